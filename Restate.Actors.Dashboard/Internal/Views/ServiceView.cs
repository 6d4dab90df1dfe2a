namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>An actor.</summary>
internal sealed record ServiceView
{
    public required string Name { get; init; }

    /// <summary>Gets <c>Service</c>, <c>VirtualObject</c> or <c>Workflow</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets whether the server knows it. Unknown while the server does not answer.</summary>
    public bool? IsRegistered { get; init; }

    /// <summary>Gets whether this process serves it.</summary>
    public bool IsServedHere { get; init; }

    public long? Revision { get; init; }

    public IReadOnlyList<HandlerView> Handlers { get; init; } = [];
}
