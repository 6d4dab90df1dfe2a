namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>The keys that do not go on.</summary>
internal sealed record KeysView
{
    public DateTimeOffset Now { get; init; }

    public IReadOnlyList<KeyView> Keys { get; init; } = [];

    /// <summary>Gets whether there are more.</summary>
    public bool IsCut { get; init; }
}
