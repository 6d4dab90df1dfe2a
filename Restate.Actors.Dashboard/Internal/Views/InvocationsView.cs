namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>A page of invocations, the latest first.</summary>
internal sealed record InvocationsView
{
    public DateTimeOffset Now { get; init; }

    public IReadOnlyList<InvocationView> Invocations { get; init; } = [];

    /// <summary>Gets the place at which the next page begins; <see langword="null"/> at the end.</summary>
    public string? Next { get; init; }
}
