using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Restate.Actors.Tests.Docs;

/// <summary>Holds the documentation to the code: what pages show compiles, links lead somewhere, each rule has a page.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));
    private static readonly string Docs = Path.Combine(Root, "docs");
    private static readonly string[] Products = ["Restate.Actors", "Restate.Actors.Hosting", "Restate.Actors.Lambda", "Restate.Actors.Generators", "Restate.Actors.Migration.Analyzers"];

    [Fact]
    [Capability("Tooling and documents", "Official documentation site")]
    public void CodeBlocks_OfAllPages_AreCompiledSnippetsOrMarkedWrong()
    {
        var snippets = SnippetFiles.Read(Path.Combine(Docs, "Snippets"));
        var problems = new List<string>();
        foreach (var page in Pages())
        {
            var isInDocs = page.Path.StartsWith(Docs, StringComparison.Ordinal);
            foreach (var block in page.Blocks.Where(block => block.Language == "csharp"))
            {
                if ((isInDocs ? Problem(block, snippets) : ProblemOutsideDocs(block, snippets)) is { } problem)
                {
                    problems.Add($"{Path.GetRelativePath(Root, page.Path)}:{block.Line}: {problem}");
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Snippets_All_AreShownByAPage()
    {
        var blocks = Pages().SelectMany(page => page.Blocks).ToList();
        var names = blocks.Select(block => block.Snippet).ToHashSet();
        var texts = blocks.Select(block => block.Text).ToHashSet();
        var notShown = SnippetFiles.Read(Path.Combine(Docs, "Snippets")).Where(snippet => !names.Contains(snippet.Key) && !texts.Contains(snippet.Value)).Select(snippet => snippet.Key);

        Assert.Empty(notShown);
    }

    [Fact]
    public void Links_OfAllPages_Resolve()
    {
        var broken =
            from page in Pages()
            from link in page.Links
            where !link.Contains("://", StringComparison.Ordinal) && !Resolves(page, link)
            select $"{Path.GetRelativePath(Root, page.Path)}: {link} leads nowhere.";

        Assert.True(!broken.Any(), string.Join('\n', broken));
    }

    [Fact]
    public void Rules_ThatCodeNames_HaveAPageAndAnEntry_AndNoOthers()
    {
        var named = Products
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => RuleId().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var pages = Directory.EnumerateFiles(Path.Combine(Docs, "rules"), "RSTA*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
        var entries = MarkdownPage.Read(Path.Combine(Docs, "rules", "README.md")).Links.Select(link => Path.GetFileNameWithoutExtension(link)!);

        Assert.Equal(named, pages);
        Assert.Equal(named, entries);
    }

    private static string? Problem(CodeBlock block, IReadOnlyDictionary<string, string> snippets)
    {
        if (block.Snippet is not { } name)
        {
            return block.Marker is "wrong" or "before" ? null
                : "the C# block has neither <!-- snippet: name --> nor <!-- wrong --> nor <!-- before --> (code for another framework) before it.";
        }

        if (!snippets.TryGetValue(name, out var code))
        {
            return $"there is no snippet '{name}' in docs/Snippets.";
        }

        return code == block.Text ? null : $"the block is not the snippet '{name}' of docs/Snippets.";
    }

    /// <summary>Readers of other pages, as those of packages, would see the comment that names a snippet.</summary>
    private static string? ProblemOutsideDocs(CodeBlock block, IReadOnlyDictionary<string, string> snippets) =>
        snippets.Values.Contains(block.Text) ? null : "the C# block is no snippet of docs/Snippets.";

    private static bool Resolves(MarkdownPage page, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page.Path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0]));
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && MarkdownPage.Read(target).Anchors.Contains(parts[1]);
    }

    /// <summary>Reads all pages of the repository: the documentation, and what stands beside packages, samples, tests and templates.</summary>
    private static IEnumerable<MarkdownPage> Pages() => Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(IsOfNobody))
        .Order(StringComparer.Ordinal)
        .Select(MarkdownPage.Read);

    /// <summary>Tells whether a folder holds what tools have made.</summary>
    private static bool IsOfNobody(string folder) => folder is "bin" or "obj" or "node_modules" or "TestResults" or "artifacts" or ".restate" or ".git";

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("RSTA[0-9]{4}")]
    private static partial Regex RuleId();
}
