namespace Restate.Actors.Internal.Client;

/// <summary>A handler by its names on the wire.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Key">The key; <see langword="null"/> for a basic service.</param>
/// <param name="Handler">The name of the handler.</param>
/// <param name="IsWorkflowRun">Whether it is the run of a workflow.</param>
internal sealed record InvocationTarget(string Service, string? Key, string Handler, bool IsWorkflowRun)
{
    /// <summary>Returns service and handler; the key, which may be personal, is left out.</summary>
    public override string ToString() => $"{Service}/{Handler}";
}
