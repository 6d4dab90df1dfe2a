using System.Net;
using System.Net.Http.Headers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

public sealed class RequestSigningTests(RequestSigningTests.SignedApp fixture) : IClassFixture<RequestSigningTests.SignedApp>, IDisposable
{
    private const string Manifest = "application/vnd.restate.endpointmanifest.v4+json";

    private static readonly Ed25519Signer Signer = Ed25519Signer.Create(1);

    // The server reads the file again and again.
    private readonly string _pemFile = Path.GetTempFileName();

    public void Dispose() => File.Delete(_pemFile);

    [Fact]
    [Capability("Identity and security", "Request identity keys (v1)")]
    public async Task Server_WithTheKey_IsServed()
    {
        await using var server = await StartServerAsync(Signer);

        await server.Admin.RegisterAsync(fixture.App.Uri);

        var client = new ConformanceClient(server, fixture.App);
        Assert.Equal("""{"oldValue":0,"newValue":1}""", await client.CallAsync("Counter/key%20%2F%C3%BC/add", "1"));
        Assert.Equal("1", await client.CallAsync("Counter/key%20%2F%C3%BC/get"));
        Assert.Equal("[52]", await client.CallAsync("Proxy/call", """{"serviceName":"TestUtilsService","handlerName":"rawEcho","message":[52]}"""));
    }

    [Fact]
    public async Task Server_WithAnotherKey_IsRefused()
    {
        await using var server = await StartServerAsync(Ed25519Signer.Create(3));

        var answer = await server.Admin.SendAsync(HttpMethod.Post, "/deployments", $$"""{"uri":"{{fixture.App.Uri}}"}""");

        Assert.False(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created);
        Assert.Contains("401", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/discover", Manifest)]
    [InlineData("/discover", "application/json")]
    [InlineData("/invoke/Counter/add", "application/vnd.restate.invocation.v6")]
    [InlineData("/invoke/Counter/add", "application/vnd.restate.invocation.v5")]
    [InlineData("/invoke/Counter/add", "application/vnd.restate.invocation.v99")]
    [InlineData("/invoke/Unknown/unknown", "application/vnd.restate.invocation.v6")]
    public async Task Request_WithoutSignature_401WithoutReason(string path, string type)
    {
        using var unsigned = await SendAsync(path, type);
        using var forged = await SendAsync(path, type, Ed25519Signer.Create(3).CreateToken(path, TimeProvider.System.GetUtcNow()));
        using var ofAnotherPath = await SendAsync(path, type, Signer.CreateToken("/invoke/Counter/get", TimeProvider.System.GetUtcNow()));

        foreach (var answer in new[] { unsigned, forged, ofAnotherPath })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Request_Signed_IsServed()
    {
        using var answer = await SendAsync("/discover", Manifest, Signer.CreateToken("/discover", TimeProvider.System.GetUtcNow()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task App_WithMalformedKey_DoesNotStart()
    {
        var (code, output) = await ConformanceApp.RunToEndAsync(("E2E_REQUEST_SIGNING", "publickeyv1_0OIl"));

        Assert.NotEqual(0, code);
        Assert.Contains("The request identity key 'publickeyv1_0OIl' is no key", output, StringComparison.Ordinal);
    }

    private async Task<RestateServer> StartServerAsync(Ed25519Signer signer)
    {
        await File.WriteAllTextAsync(_pemFile, signer.Pem);
        return await RestateServer.StartAsync(Configurations.Default.With("RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE", _pemFile));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string type, string? token = null)
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var isDiscovery = path == "/discover";
        using var request = new HttpRequestMessage(isDiscovery ? HttpMethod.Get : HttpMethod.Post, new Uri(fixture.App.Uri, path));
        if (isDiscovery)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }
        else
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        if (token is not null)
        {
            request.Headers.Add("x-restate-signature-scheme", "v1");
            request.Headers.Add("x-restate-jwt-v1", token);
        }

        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return await client.SendAsync(request);
    }

    /// <summary>The app with two keys: that of the servers here, and one before it.</summary>
    public sealed class SignedApp : IAsyncLifetime
    {
        private ConformanceApp? _app;

        public ConformanceApp App => _app!;

        public async Task InitializeAsync() =>
            _app = await ConformanceApp.StartAsync(("E2E_REQUEST_SIGNING", $"{Ed25519Signer.Create(2).KeyText}, {Signer.KeyText}"));

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
