using System.Text.RegularExpressions;
using Restate.Actors.Packaging.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Packaging.Tests;

/// <summary>What a user has who references the packages and has never seen the sources.</summary>
[Collection(nameof(PackagingGroup))]
public sealed partial class ConsumerTests(PackedPackages packages)
{
    [Fact]
    public async Task Shop_OfThePackagesAlone_IsGeneratedAndCheckedAndRuns()
    {
        using var outside = new OutsideFolder(packages);
        outside.Copy("Shop");
        var dotnet = outside.Dotnet(Path.Combine("Shop", "App"));

        var build = await dotnet.RunAsync("build", "--verbosity", "quiet", $"-p:RestateActorsVersion={PackedPackages.Version}");
        var run = await dotnet.RunAsync("run", "--no-build");

        Assert.Equal(["IOldStockGrain.cs: RSTA6001", "Stock.cs: RSTA2001"], Warnings(build));
        Assert.Equal("Add: 2\nDescribe: 2 of tea since True\nDays: 1\nLambda: LambdaActorEndpoint\n", run.ReplaceLineEndings("\n"));
    }

    /// <summary>Gets all warnings of a build, once each: those that were hoped for, and those that must not be there.</summary>
    private static IEnumerable<string> Warnings(string build) => Warning().Matches(build)
        .Select(match => $"{Path.GetFileName(match.Groups[1].Value)}: {match.Groups[2].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(.*?)(?:\(\d+,\d+\))? *: (?:warning|error) (\w+):", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
