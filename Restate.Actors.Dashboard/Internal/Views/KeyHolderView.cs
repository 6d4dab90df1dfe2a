namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>The invocation that holds a key.</summary>
internal sealed record KeyHolderView
{
    public required string Id { get; init; }

    public required string Target { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset Since { get; init; }
}
