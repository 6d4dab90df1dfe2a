namespace Restate.Actors.Tests.Docs;

/// <summary>A block of code in a page.</summary>
/// <param name="Language">What stands after the fence.</param>
/// <param name="Marker">The comment before the block, such as <c>snippet: run</c> or <c>wrong</c>; <see langword="null"/> for none.</param>
/// <param name="Line">The line of its fence.</param>
/// <param name="Text">The code.</param>
internal sealed record CodeBlock(string Language, string? Marker, int Line, string Text)
{
    private const string SnippetPrefix = "snippet: ";

    public string? Snippet => Marker is not null && Marker.StartsWith(SnippetPrefix, StringComparison.Ordinal) ? Marker[SnippetPrefix.Length..] : null;
}
