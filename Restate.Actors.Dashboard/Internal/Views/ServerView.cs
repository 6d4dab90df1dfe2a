namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>The Restate server as this process sees it.</summary>
internal sealed record ServerView
{
    /// <summary>Gets the address of its admin API.</summary>
    public required Uri Address { get; init; }

    /// <summary>Gets why nothing can be told of it; <see langword="null"/> while it answers.</summary>
    public string? Error { get; init; }

    public string? Version { get; init; }
}
