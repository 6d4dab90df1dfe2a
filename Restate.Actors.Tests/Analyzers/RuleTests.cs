using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Restate.Actors.CodeFixes;
using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>What all rules share: a page, a place in the index, a text that says what to do.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id).Distinct()];

    private static DiagnosticDescriptor[] Rules { get; } = [.. AnalyzerHarness.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    [Fact]
    public void Rules_AreThoseOfTheDesign()
    {
        string[] expected =
        [
            .. Range(2001, 2016), .. Range(3001, 3005), .. Range(4001, 4003), "RSTA4101", .. Range(5001, 5004),
        ];

        Assert.Equal(expected, Rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPageWithItsTitleAndSeverity(string id)
    {
        foreach (var rule in Rules.Where(rule => rule.Id == id))
        {
            var page = File.ReadAllText(Path.Combine(Root(), "docs", "rules", $"{id}.md"));
            var severity = rule.DefaultSeverity switch { DiagnosticSeverity.Info => "information", var other => other.ToString().ToLowerInvariant() };

            Assert.StartsWith($"# {id}: {rule.Title}\n\nCompile time, {severity}", page, StringComparison.Ordinal);
            Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_IsInTheIndex(string id)
    {
        var rule = Rules.First(rule => rule.Id == id);
        var fix = Fixes().Contains(id) ? "yes" : string.Empty;
        var severity = rule.DefaultSeverity switch { DiagnosticSeverity.Info => "information", var other => other.ToString().ToLowerInvariant() };

        var line = File.ReadLines(Path.Combine(Root(), "docs", "rules", "README.md")).Single(line => line.StartsWith($"| [{id}]", StringComparison.Ordinal));

        Assert.Contains($"| {rule.Title} | compile time", line, StringComparison.Ordinal);
        Assert.EndsWith($"| {severity} | {fix} |", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ = DateTime.UtcNow;", "'DateTime.UtcNow' reads the clock of this machine. A replay reads another time and may go another way: use Time.GetUtcNow(), or read the clock inside Run(...).")]
    [InlineData("_ = File.ReadAllText(\"x\");", "'File.ReadAllText' does I/O outside Run(...). Its outcome is not in the journal, so a replay fetches another one: write await Run(\"name\", run => ...).")]
    [InlineData("await Run(\"x\", async _ => { await Sleep(TimeSpan.Zero); });", "'Sleep' is used inside Run(...). A replay takes the result of the step and does not run it, so nothing durable can be used there: do it before or after the step.")]
    [InlineData("await Actors.GetActor<IThing>(Key).Do(1);", "'IThing.Do' calls the key that this handler holds. The call would wait for the handler, which waits for the call: call a method of the class, or use Send.")]
    public async Task Message_SaysWhatAndWhyAndWhatToDo(string statements, string message)
    {
        var diagnostic = Assert.Single(await AnalyzerHarness.DiagnoseAsync(Sources.Handler(statements)));

        Assert.Equal(message, diagnostic.GetMessage(null));
    }

    [Fact]
    public async Task Project_WithoutRestateActors_CostsNothing()
    {
        var compilation = Generators.CompilerHarness.Compile("public class C { public System.DateTime Now() => System.DateTime.UtcNow; }");
        var plain = compilation.RemoveReferences(compilation.References.Where(reference => reference.Display!.Contains("Restate.Actors", StringComparison.Ordinal)))
            .RemoveSyntaxTrees(compilation.SyntaxTrees.Where(tree => tree.FilePath == "Usings.cs"));

        Assert.Empty(plain.GetDiagnostics().Where(diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
        Assert.Empty(await AnalyzerHarness.DiagnoseAsync(plain, new AnalyzerSettings()));
    }

    private static HashSet<string> Fixes() => [.. typeof(WallClockFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider).IsAssignableFrom(type))
        .SelectMany(type => ((Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)];

    private static IEnumerable<string> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => $"RSTA{number}");

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
