namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Says why the server gave no answer.</summary>
internal static class ServerProblem
{
    /// <summary>Gets the reason in words, or <see langword="null"/> if the error is of another sort.</summary>
    public static string? Explain(Exception error, ActorDashboardOptions options) => error switch
    {
        TimeoutException or OperationCanceledException =>
            $"The Restate server did not answer within {options.ServerTimeout.TotalSeconds:0.#} s ({nameof(ActorDashboardOptions)}.{nameof(options.ServerTimeout)}).",
        RestateClientException or InvocationNotFoundException => error.Message,
        _ => null,
    };
}
