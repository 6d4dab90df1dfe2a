using System.Text.RegularExpressions;

namespace Restate.Actors.Tests.Docs;

/// <summary>The pieces of compiled code that pages show: what stands between <c>// snippet: name</c> and <c>// end</c>.</summary>
internal static partial class SnippetFiles
{
    /// <summary>Reads all snippets of a folder, without their indentation.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal))
        {
            foreach (Match match in Snippet().Matches(File.ReadAllText(file)))
            {
                Xunit.Assert.True(snippets.TryAdd(match.Groups[1].Value, Dedent(match.Groups[2].Value)), $"{file}: the snippet '{match.Groups[1].Value}' exists twice.");
            }
        }

        return snippets;
    }

    private static string Dedent(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[indent..]));
    }

    [GeneratedRegex(@"^ *// snippet: (\S+)\n(.*?)^ *// end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
