using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Restate.Actors.Tests.Docs;

/// <summary>Holds docs/capabilities.md to the tests: each row that is said to be there names tests that exist.</summary>
public sealed class CapabilitiesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(SourceFolder(), "..", ".."));

    private static readonly ILookup<(string Section, string Name), CapabilityProof> Tests = CapabilityProof.ReadAll(Root)
        .OrderBy(proof => proof.Type)
        .ThenBy(proof => proof.Method)
        .ToLookup(proof => (proof.Section, proof.Row));

    [Fact]
    public void Rows_AllThatAreThere_HaveTests_AndOthersHaveNone()
    {
        var problems = CapabilityRows.All
            .Where(row => Tests[(row.Section, row.Name)].Any() != (row.State == CapabilityState.Done))
            .Select(row => row.State == CapabilityState.Done
                ? $"No test names [Capability(\"{row.Section}\", \"{row.Name}\")]."
                : $"{row.Section}: '{row.Name}' is {row.State}, but {string.Join(", ", Tests[(row.Section, row.Name)].Select(Name))} name it. Say that it is Done.");

        Assert.True(!problems.Any(), string.Join('\n', problems));
    }

    [Fact]
    public void Tests_NameRowsThatExist()
    {
        var known = CapabilityRows.All.Select(row => (row.Section, row.Name)).ToHashSet();
        var unknown = Tests.Where(tests => !known.Contains(tests.Key)).Select(tests => $"[Capability(\"{tests.Key.Section}\", \"{tests.Key.Name}\")] at {Name(tests.First())} is no row.");

        Assert.True(!unknown.Any(), string.Join('\n', unknown));
        Assert.Equal(known.Count, CapabilityRows.All.Count);
    }

    [Fact]
    public void Tests_ThatNameRows_AreRun()
    {
        Assert.All(Tests.SelectMany(tests => tests), test => Assert.True(test.IsRun, $"{Name(test)} has neither [Fact] nor [Theory]."));
    }

    [Fact]
    public void Page_Rendered_EqualsTheFile()
    {
        var file = Path.Combine(Root, "docs", "capabilities.md");
        var rendered = Render();
        if (Environment.GetEnvironmentVariable("UPDATE_CAPABILITIES") == "1")
        {
            File.WriteAllText(file, rendered);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file) == rendered,
            "docs/capabilities.md is not what the rows and tests say. Run the tests once with UPDATE_CAPABILITIES=1 and commit it.");
    }

    private static string Render()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Capabilities

            What Restate.Actors can do, and the tests that prove it. This page is written by the tests: `UPDATE_CAPABILITIES=1 dotnet test --filter CapabilitiesTests`.
            The column "others" says how many of the official SDKs for Go, TypeScript, Java/Kotlin, Rust and Python have the same: all, some, or none.


            """);
        foreach (var section in CapabilityRows.All.GroupBy(row => row.Section))
        {
            page.Append($"## {section.Key}\n\n| capability | others | here | tests |\n|---|---|---|---|\n");
            foreach (var row in section)
            {
                page.Append($"| {row.Name} | {row.Others} | {Here(row)} | {TestsOf(row)} |\n");
            }

            page.Append('\n');
        }

        return $"{page.ToString().TrimEnd()}\n";
    }

    private static string Here(CapabilityRow row)
    {
        var text = row.State switch
        {
            CapabilityState.Planned => row.Api.Length == 0 ? "planned" : $"planned: {row.Api}",
            CapabilityState.LeftOut => $"left out: {row.Api}",
            _ => row.Api,
        };
        return row.Page.Length == 0 ? text : $"{text}, [docs]({row.Page})";
    }

    private static string TestsOf(CapabilityRow row) =>
        string.Join("<br>", Tests[(row.Section, row.Name)].Select(test => $"[{Name(test)}]({Link(test.File)})").Distinct());

    private static string Name(CapabilityProof test) => $"{test.Type}.{test.Method}";

    private static string Link(string file) => Path.GetRelativePath(Path.Combine(Root, "docs"), file).Replace('\\', '/');

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
