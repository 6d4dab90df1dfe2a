using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Restate.Actors.Packaging.Tests.TestTools;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Packaging.Tests;

/// <summary>What a user has who makes a solution of the template, outside the repository.</summary>
[Collection(nameof(PackagingGroup))]
public sealed partial class TemplateTests(PackedPackages packages)
{
    private static readonly string[] ShopFiles =
    [
        ".gitignore",
        "Directory.Build.props",
        "Directory.Packages.props",
        "README.md",
        "Shop.Actors/Account.cs",
        "Shop.Actors/INotifier.cs",
        "Shop.Actors/Shop.Actors.csproj",
        "Shop.Actors/Transfer.cs",
        "Shop.Contracts/IAccount.cs",
        "Shop.Contracts/ITransfer.cs",
        "Shop.Contracts/Shop.Contracts.csproj",
        "Shop.Contracts/TransferOrder.cs",
        "Shop.Host/LoggingNotifier.cs",
        "Shop.Host/Program.cs",
        "Shop.Host/Properties/launchSettings.json",
        "Shop.Host/Shop.Host.csproj",
        "Shop.Host/appsettings.Development.json",
        "Shop.Host/appsettings.json",
        "Shop.Tests/AccountTests.cs",
        "Shop.Tests/RealServerTests.cs",
        "Shop.Tests/RecordingNotifier.cs",
        "Shop.Tests/ServerFixture.cs",
        "Shop.Tests/Shop.Tests.csproj",
        "Shop.Tests/TransferTests.cs",
        "Shop.slnx",
    ];

    [Fact]
    [Capability("Tooling and documents", "Project templates")]
    public async Task Shop_Made_BuildsWithoutWarningsAndPassesItsTestsAndRuns()
    {
        var ports = LoopbackPorts.Pick(4);
        using var outside = new OutsideFolder(packages);
        await outside.InstallTemplateAsync(packages);

        await outside.NewAsync("Shop", "--port", Text(ports[0]), "--ingress-port", Text(ports[1]), "--admin-port", Text(ports[2]));
        var build = await outside.Dotnet("Shop").RunAsync("build", "-warnaserror");
        var test = await outside.Dotnet("Shop").RunAsync("test", "--no-build");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Matches(@"Failed: +0, Passed: +6, Skipped: +0, Total: +6", test);
        await RunAsync(outside.Dotnet("Shop"), ports);
    }

    [Fact]
    public async Task Shop_Made_HasTheseFiles_AndNothingOfTheTemplateInThem()
    {
        using var outside = new OutsideFolder(packages);
        await outside.InstallTemplateAsync(packages);

        await outside.NewAsync("Shop");

        Assert.Equal(ShopFiles, outside.Files("Shop"));
        Assert.All(ShopFiles, file => Assert.DoesNotMatch("Template|RESTATE_", File.ReadAllText(outside.In("Shop", file))));
        Assert.Contains($"<RestateActorsVersion>{PackedPackages.Version}<", File.ReadAllText(outside.In("Shop", "Directory.Packages.props")), StringComparison.Ordinal);
        Assert.Contains("\"EndpointPort\": 9080", File.ReadAllText(outside.In("Shop", "Shop.Host", "appsettings.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameThatIsNoIdentifier_Made_HasNamespacesThatAre()
    {
        using var outside = new OutsideFolder(packages);
        await outside.InstallTemplateAsync(packages);

        await outside.NewAsync("my-shop.2");

        Assert.Contains("my-shop.2.Host/my-shop.2.Host.csproj", outside.Files("my-shop.2"));
        Assert.Contains("namespace my_shop._2.Contracts;", File.ReadAllText(outside.In("my-shop.2", "my-shop.2.Contracts", "IAccount.cs")), StringComparison.Ordinal);
        Assert.Contains("my-shop.2.Contracts/my-shop.2.Contracts.csproj", File.ReadAllText(outside.In("my-shop.2", "my-shop.2.slnx")), StringComparison.Ordinal);
    }

    [Fact]
    public void VersionsOfTheTemplate_AreThoseOfTheRepository()
    {
        var repository = Versions(Path.Combine(BuildInfo.Root, "Directory.Packages.props"));
        var template = Versions(Path.Combine(BuildInfo.Root, "packaging", "Templates", "content", "restate-actors", "Directory.Packages.props"));

        Assert.All(
            template.Where(package => !package.Key.StartsWith("Restate.Actors", StringComparison.Ordinal)),
            package => Assert.Equal(repository[package.Key], package.Value));
    }

    private static async Task RunAsync(DotnetCommand dotnet, int[] ports)
    {
        var start = dotnet.StartInfo(
            ["run", "--no-build", "--project", "Shop.Host"],
            new Dictionary<string, string> { ["Restate__LocalServer__NodePort"] = Text(ports[3]) });
        using var program = await RunningProgram.StartAsync(start, "Application started.");
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{ports[1]}") };

        Assert.Equal("100", await PostAsync(http, "/restate/call/Account/anna/Deposit", "100"));
        Assert.Equal("100", await PostAsync(http, "/restate/call/Account/anna/Balance", ""));
        Assert.Equal(0, await program.StopAsync());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/restate/health"));     // the server has ended with the host
    }

    private static async Task<string> PostAsync(HttpClient http, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.ContentType = body.Length == 0 ? null : content.Headers.ContentType;
        using var response = await http.PostAsync(path, content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {text}");
        return text;
    }

    private static Dictionary<string, string> Versions(string file) => PackageVersion().Matches(File.ReadAllText(file))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\" Version=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();
}
