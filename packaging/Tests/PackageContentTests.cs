using System.Buffers.Binary;
using System.Text;
using Restate.Actors.Packaging.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Packaging.Tests;

/// <summary>What is in the packages, file by file, and what they say of themselves.</summary>
[Collection(nameof(PackagingGroup))]
public sealed class PackageContentTests(PackedPackages packages)
{
    private const string Shared = "restate durable-execution virtual-actors workflows distributed-systems";

    private static readonly string[] LibraryIds =
        ["Restate.Actors", "Restate.Actors.Dashboard", "Restate.Actors.Hosting", "Restate.Actors.Lambda", "Restate.Actors.Protobuf", "Restate.Actors.Testing"];

    private static readonly string[] Ids = [.. LibraryIds, "Restate.Actors.Migration", "Restate.Actors.Templates"];

    public static TheoryData<string> Libraries { get; } = new(LibraryIds);

    public static TheoryData<string> All { get; } = new(Ids);

    [Fact]
    public void Folder_HasThesePackages_AndSymbolsOfTheLibraries()
    {
        var expected = Ids.Select(id => $"{id}.{PackedPackages.Version}.nupkg").Concat(LibraryIds.Select(id => $"{id}.{PackedPackages.Version}.snupkg"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.EnumerateFiles(packages.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_HasAssemblyDocumentationReadmeAndIcon(string id)
    {
        string[] analyzers = id == "Restate.Actors"
            ?
            [
                "analyzers/dotnet/cs/Restate.Actors.CodeFixes.dll",
                "analyzers/dotnet/cs/Restate.Actors.Generators.dll",
                "build/Restate.Actors.props",
                "build/Restate.Actors.targets",
                "buildTransitive/Restate.Actors.props",
                "buildTransitive/Restate.Actors.targets",
            ]
            : [];

        Assert.Equal(["README.md", $"{id}.nuspec", .. analyzers, "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], packages.Read(id).Files);
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Symbols_AreThoseOfTheAssembly(string id)
    {
        var symbols = packages.Read(id, "snupkg");

        Assert.Equal([$"{id}.nuspec", $"lib/net10.0/{id}.pdb"], symbols.Files);
        Assert.Equal("SymbolsPackage", symbols.Metadata.Descendants().Single(element => element.Name.LocalName == "packageType").Attribute("name")!.Value);
    }

    [Fact]
    public void Migration_HasAnalyzersAndNothingThatRuns()
    {
        Assert.Equal(
            [
                "README.md",
                "Restate.Actors.Migration.nuspec",
                "analyzers/dotnet/cs/Restate.Actors.Migration.Analyzers.dll",
                "analyzers/dotnet/cs/Restate.Actors.Migration.CodeFixes.dll",
                "icon.png",
            ],
            packages.Read("Restate.Actors.Migration").Files);
    }

    [Fact]
    public void Templates_HasTheFilesOfTheTemplate()
    {
        var source = Path.Combine(BuildInfo.Root, "packaging", "Templates");
        var content = Directory.EnumerateFiles(Path.Combine(source, "content"), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));

        Assert.Equal(
            content.Concat(["README.md", "Restate.Actors.Templates.nuspec", "icon.png"]).Order(StringComparer.Ordinal),
            packages.Read("Restate.Actors.Templates").Files);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Metadata_IsComplete_AndNamesNoPlace(string id)
    {
        var package = packages.Read(id);

        Assert.Equal(id, package.Value("id"));
        Assert.Equal(PackedPackages.Version, package.Value("version"));
        Assert.Equal("Restate.Actors contributors", package.Value("authors"));
        Assert.Equal("MIT", package.Value("license"));
        Assert.Equal("expression", package.Metadata.Elements().Single(element => element.Name.LocalName == "license").Attribute("type")!.Value);
        Assert.Equal("icon.png", package.Value("icon"));
        Assert.Equal("README.md", package.Value("readme"));
        Assert.Equal(id == "Restate.Actors.Templates" ? $"dotnet-new templates {Shared}" : Shared, package.Value("tags"));
        Assert.InRange(package.Value("description")!.Length, 50, 300);
        Assert.Null(package.Value("projectUrl"));
        Assert.DoesNotContain(package.Metadata.Elements().Where(element => element.Name.LocalName == "repository"), element => element.Attribute("url") is not null);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Readme_HasNoLinksToFilesBesideIt(string id)
    {
        var readme = Encoding.UTF8.GetString(packages.Read(id).Contents["README.md"]);

        Assert.StartsWith($"# {id}\n", readme, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://)", readme);
    }

    [Theory]
    [InlineData("Restate.Actors.Dashboard", "Restate.Actors")]
    [InlineData("Restate.Actors.Hosting", "Restate.Actors")]
    [InlineData("Restate.Actors.Lambda", "Restate.Actors.Hosting")]
    [InlineData("Restate.Actors.Protobuf", "Restate.Actors")]
    [InlineData("Restate.Actors.Testing", "Restate.Actors", "Restate.Actors.Hosting")]
    public void Dependencies_OnOtherPackages_BringTheirGeneratorAndAnalyzers(string id, params string[] others)
    {
        Assert.Equal(
            others.Select(other => $"net10.0: {other} {PackedPackages.Version} with All"),
            packages.Read(id).Dependencies().Where(line => line.Contains("Restate.Actors", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Migration_IsForDevelopment_AndDependsOnNothing()
    {
        var package = packages.Read("Restate.Actors.Migration");

        Assert.Equal("true", package.Value("developmentDependency"));
        Assert.Empty(package.Dependencies());
    }

    [Fact]
    public void Icon_IsASquareOf128Pixels()
    {
        var header = packages.Read("Restate.Actors").Contents["icon.png"].AsSpan(0, 24);

        Assert.Equal("\u0089PNG\r\n\u001a\n", string.Concat(header[..8].ToArray().Select(value => (char)value)));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(header[16..]));
        Assert.Equal(128, BinaryPrimitives.ReadInt32BigEndian(header[20..]));
    }
}
