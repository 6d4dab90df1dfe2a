using Restate.Actors.Dashboard.Internal.Measurements;

namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>A handler, how many invocations it has, and how its attempts went in this process.</summary>
internal sealed record HandlerView
{
    public required string Name { get; init; }

    /// <summary>Gets <c>Exclusive</c>, <c>Shared</c>, <c>Workflow</c>, or <c>None</c> for a handler of a basic service.</summary>
    public required string Mode { get; init; }

    /// <summary>Gets the number of invocations by status, of those that the server keeps.</summary>
    public IReadOnlyDictionary<string, long> Invocations { get; init; } = new Dictionary<string, long>();

    /// <summary>Gets what was measured; <see langword="null"/> if nothing ran here.</summary>
    public HandlerRates? Rates { get; init; }
}
