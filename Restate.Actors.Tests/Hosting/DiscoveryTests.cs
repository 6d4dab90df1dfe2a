using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

public sealed class DiscoveryTests
{
    private const string Prefix = "application/vnd.restate.endpointmanifest.v";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    [Capability("Serialization", "JSON schema in discovery")]
    public async Task Discover_Manifest_IsTheOneInTheFile()
    {
        await using var host = await EndpointHost.StartAsync();
        using var response = await DiscoverAsync(host, $"{Prefix}4+json");

        var manifest = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        // The services whose payloads differ from one another; the file stays readable.
        var services = manifest["services"]!.AsArray();
        manifest["services"] = new JsonArray([.. services.Where(IsShown).Select(service => service!.DeepClone())]);
        var file = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Manifest.json");
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").TrimEnd(), manifest.ToJsonString(Readable).ReplaceLineEndings("\n"));

        static bool IsShown(JsonNode? service) => (string?)service!["name"] is "Engine.Counter" or "Engine.Shapes" or "Engine.Greeter";
    }

    [Theory]
    [InlineData($"{Prefix}1+json", 1)]
    [InlineData($"{Prefix}2+json", 2)]
    [InlineData($"{Prefix}3+json", 3)]
    [InlineData($"{Prefix}4+json", 4)]
    [InlineData($"{Prefix}1+json, {Prefix}2+json, {Prefix}3+json, {Prefix}4+json", 4)]
    [InlineData($"{Prefix}2+json,{Prefix}1+json", 2)]
    [InlineData($"application/json, {Prefix}3+json, {Prefix}9+json", 3)]
    public async Task Discover_NewestVersionThatBothKnow(string accept, int version)
    {
        await using var host = await EndpointHost.StartAsync();

        using var response = await DiscoverAsync(host, accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"{Prefix}{version}+json", response.Content.Headers.GetValues("content-type").Single());
        Assert.StartsWith("restate-actors-dotnet/", response.Headers.GetValues("x-restate-server").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData($"{Prefix}5+json")]
    public async Task Discover_NoVersionThatBothKnow_415(string? accept)
    {
        await using var host = await EndpointHost.StartAsync();

        using var response = await DiscoverAsync(host, accept);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.StartsWith("The Accept header asks for no version", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> DiscoverAsync(EndpointHost host, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/discover")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (accept is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation("accept", accept));
        }

        return await host.Client.SendAsync(request);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
