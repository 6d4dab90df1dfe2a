using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Restate.Actors.Migration.Tests;

/// <summary>Each rule has a page with its title and severity, and a line in the index.</summary>
public sealed class RuleTests
{
    private static readonly DiagnosticDescriptor[] Rules = [.. Harness.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct()];

    private static readonly string Pages = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "docs", "rules"));

    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    [Fact]
    public void Rules_AreThoseOfTheDesign() =>
        Assert.Equal(["RSTA6001", "RSTA6002", "RSTA6003", "RSTA6004", "RSTA6005"], Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPageAndALineInTheIndex(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var severity = rule.DefaultSeverity switch { DiagnosticSeverity.Info => "information", var other => other.ToString().ToLowerInvariant() };
        var fix = Harness.Fixes.Any(provider => provider.FixableDiagnosticIds.Contains(id)) ? "yes" : string.Empty;

        var page = File.ReadAllText(Path.Combine(Pages, $"{id}.md"));
        var line = File.ReadLines(Path.Combine(Pages, "README.md")).Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal));

        Assert.StartsWith($"# {id}: {rule.Title}\n\nCompile time, {severity}", page, StringComparison.Ordinal);
        Assert.Equal($"| [{id}]({id}.md) | {rule.Title} | compile time | {severity} | {fix} |", line);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
