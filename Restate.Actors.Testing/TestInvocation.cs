namespace Restate.Actors.Testing;

/// <summary>An invocation as the server of a test host sees it at one moment.</summary>
public sealed record TestInvocation
{
    internal TestInvocation()
    {
    }

    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the key; empty for a basic service.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the wire name of the handler.</summary>
    public required string Handler { get; init; }

    /// <summary>Gets what it is doing.</summary>
    public required InvocationStatus Status { get; init; }

    /// <summary>Gets how many attempts were started.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets the id of the invocation that has started it, or <see langword="null"/> if the test has.</summary>
    public string? CallerId { get; init; }

    /// <summary>Gets the idempotency key with which it was started.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets why the last attempt that failed did so, with the stack trace, or <see langword="null"/> if none has failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets why it ended, or <see langword="null"/> if it has not ended or has succeeded.</summary>
    public TerminalException? Failure { get; init; }

    /// <summary>Gets when it was accepted, in virtual time.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it ended, in virtual time.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
