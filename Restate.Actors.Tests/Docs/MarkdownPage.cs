using System.Text.RegularExpressions;

namespace Restate.Actors.Tests.Docs;

/// <summary>A page of the documentation: its blocks of code, links and headings.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string path, IReadOnlyList<CodeBlock> blocks, IReadOnlyList<string> prose)
    {
        Path = path;
        Blocks = blocks;
        Links = [.. prose.SelectMany(line => Link().Matches(line)).Select(match => match.Groups[1].Value)];
        Anchors = [.. prose.Where(line => line.StartsWith('#')).Select(Anchor)];
    }

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>Gets the targets of all links.</summary>
    public IReadOnlyList<string> Links { get; }

    /// <summary>Gets the names under which the headings are reached.</summary>
    public IReadOnlyList<string> Anchors { get; }

    public static MarkdownPage Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var blocks = new List<CodeBlock>();
        var prose = new List<string>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (!IsFence(lines[index]))
            {
                prose.Add(lines[index]);
                continue;
            }

            var start = index;
            var end = Array.FindIndex(lines, start + 1, IsFence);
            Xunit.Assert.True(end > 0, $"{path}:{start + 1}: the block of code has no end.");
            blocks.Add(new CodeBlock(
                lines[start].Trim()[3..], start == 0 ? null : Marker(lines[start - 1]), start + 1, string.Join('\n', lines[(start + 1)..end])));
            index = end;
        }

        return new MarkdownPage(path, blocks, prose);
    }

    private static bool IsFence(string line) => line.TrimStart().StartsWith("```", StringComparison.Ordinal);

    private static string? Marker(string line) => Comment().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Makes the name of a heading as GitHub does: lower case, spaces become hyphens, all but letters, digits, hyphens and underscores goes.</summary>
    private static string Anchor(string heading)
    {
        var text = heading.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-');
        return string.Concat(text.Where(character => char.IsLetterOrDigit(character) || character is '-' or '_'));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^<!-- (.+) -->$")]
    private static partial Regex Comment();
}
