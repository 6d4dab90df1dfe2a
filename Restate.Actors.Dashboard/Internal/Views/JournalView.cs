namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>One invocation with a part of its journal.</summary>
internal sealed record JournalView
{
    public DateTimeOffset Now { get; init; }

    public required InvocationView Invocation { get; init; }

    public string? DeploymentId { get; init; }

    public int? ProtocolVersion { get; init; }

    public long? JournalSize { get; init; }

    /// <summary>Gets for what it waits.</summary>
    public IReadOnlyList<WaitView> WaitsFor { get; init; } = [];

    /// <summary>Gets the invocation that holds its key, if it waits for that.</summary>
    public KeyHolderView? Holder { get; init; }

    public IReadOnlyList<StepView> Steps { get; init; } = [];

    /// <summary>Gets the entry at which this part begins.</summary>
    public long From { get; init; }

    /// <summary>Gets the entry at which the next part begins; <see langword="null"/> at the end.</summary>
    public long? Next { get; init; }

    /// <summary>Gets the latest failures of attempts and other events, in the order of their times.</summary>
    public IReadOnlyList<EventView> Events { get; init; } = [];
}
