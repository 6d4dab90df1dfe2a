using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>An invocation with what the page shows of a single one.</summary>
internal sealed record InvocationRow : InvocationView
{
    public string? DeploymentId { get; init; }

    public int? ProtocolVersion { get; init; }

    public long? JournalSize { get; init; }

    /// <summary>Gets what a suspended one waits for, as the server writes it.</summary>
    public string? WaitingFor { get; init; }
}
