using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Admin;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.LocalServer;

[Collection(RealServer.Name)]
public sealed class DeploymentRegistrarTests
{
    private readonly RecordingLogger<DeploymentRegistrar> _logger = new();
    private readonly RestateServerFixture _fixture;
    private readonly RestateRegistrationOptions _options;

    public DeploymentRegistrarTests(RestateServerFixture fixture)
    {
        _fixture = fixture;
        _options = new RestateRegistrationOptions { AdminUri = fixture.Server.AdminUri };
    }

    [Fact]
    [Capability("Admin client", "Register itself at start (development)")]
    public async Task Register_NewThenUnchangedThenForced_RevisionsSayWhatHappened()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("RegisteredThrice");

        var first = await RegisterAsync(endpoint.Uri, force: false);
        var second = await RegisterAsync(endpoint.Uri, force: false);
        var third = await RegisterAsync(endpoint.Uri, force: true);

        Assert.Equal([("RegisteredThrice", 1)], first.Services.Select(service => (service.Name, service.Revision)));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal([("RegisteredThrice", 1)], second.Services.Select(service => (service.Name, service.Revision)));
        Assert.Equal([("RegisteredThrice", 2)], third.Services.Select(service => (service.Name, service.Revision)));
        Assert.Contains(_logger.Lines, line => line.Contains("was already registered as deployment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Register_WithMetadataAndHeaders_ServerKeepsThemAndSendsTheHeaders()
    {
        string? seen = null;
        await using var endpoint = await DiscoveryEndpoint.StartAsync(context =>
        {
            seen = context.Request.Headers["x-test"];
            return DiscoveryEndpoint.AnswerAsync(context, DiscoveryEndpoint.ManifestType, DiscoveryEndpoint.Manifest("WithHeaders"));
        });
        _options.Metadata["team"] = "blue";
        _options.AdditionalHeaders["x-test"] = "yes";

        var deployment = await RegisterAsync(endpoint.Uri, force: false);

        var stored = await _fixture.Server.Admin.SendAsync(HttpMethod.Get, $"/deployments/{deployment.Id}");
        Assert.Equal("yes", seen);
        Assert.Contains("""{"team":"blue"}""", stored.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_EndpointComesUpLate_TriesUntilItIsThere()
    {
        var port = LoopbackPorts.Pick(1)[0];
        var registration = RegisterAsync(new Uri($"http://127.0.0.1:{port}"), force: false);
        await using var endpoint = await DiscoveryEndpoint.StartAsync(
            context => DiscoveryEndpoint.AnswerAsync(context, DiscoveryEndpoint.ManifestType, DiscoveryEndpoint.Manifest("ComesLate")), port: port);

        var deployment = await registration;

        Assert.Equal("ComesLate", Assert.Single(deployment.Services).Name);
    }

    [Fact]
    public async Task Register_TypeChanged_IsRefusedUnlessBreaking()
    {
        await using var old = await DiscoveryEndpoint.StartAsync("ChangesType");
        await using var changed = await DiscoveryEndpoint.StartAsync("ChangesType", "VIRTUAL_OBJECT");
        await RegisterAsync(old.Uri, force: false);

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(changed.Uri, force: false));
        _options.Breaking = true;
        var deployment = await RegisterAsync(changed.Uri, force: false);

        Assert.Equal("META0006", error.Code);
        Assert.Equal([("ChangesType", 2)], deployment.Services.Select(service => (service.Name, service.Revision)));
    }

    [Theory]
    [InlineData("META0003", 401, DiscoveryEndpoint.ManifestType, "no")]
    [InlineData("META0003", 404, DiscoveryEndpoint.ManifestType, "no")]
    [InlineData("META0013", 200, "application/json", "{}")]
    [InlineData(null, 200, DiscoveryEndpoint.ManifestType, """{"broken""")]
    public async Task Register_WrongDiscoveryAnswer_IsExplainedAtOnce(string? code, int status, string contentType, string body)
    {
        var requests = 0;
        await using var endpoint = await DiscoveryEndpoint.StartAsync(context =>
        {
            requests++;
            return DiscoveryEndpoint.AnswerAsync(context, contentType, body, status);
        });

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(endpoint.Uri, force: false));

        Assert.Equal(code, error.Code);
        Assert.Equal(1, requests);
    }

    [Theory]
    [InlineData("META0005", "restateActors", 5, 6)]
    [InlineData("META0012", "OldProtocol", 1, 3)]
    public async Task Register_WrongManifest_IsExplained(string code, string service, int minVersion, int maxVersion)
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync(context => DiscoveryEndpoint.AnswerAsync(
            context, DiscoveryEndpoint.ManifestType, DiscoveryEndpoint.Manifest(service, minProtocolVersion: minVersion, maxProtocolVersion: maxVersion)));

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(endpoint.Uri, force: false));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    [Capability("Hosting", "HTTP/1.1 request/response mode")]
    public async Task Register_Http11EndpointWithoutUseHttp11_ErrorSaysHowToFixAtOnce()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("SpeaksHttp11", protocols: HttpProtocols.Http1);

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(endpoint.Uri, force: false));
        _options.UseHttp11 = true;
        var deployment = await RegisterAsync(endpoint.Uri, force: false);

        Assert.Contains("The deployment was not registered: the endpoint speaks HTTP/1.1 only.\n", error.Message, StringComparison.Ordinal);
        Assert.Equal("SpeaksHttp11", Assert.Single(deployment.Services).Name);
        Assert.Equal(3, _logger.Lines.Count);
    }

    [Fact]
    public async Task Register_Http2EndpointWithUseHttp11_ErrorSaysHowToFix()
    {
        _options.UseHttp11 = true;
        await using var endpoint = await DiscoveryEndpoint.StartAsync("SpeaksHttp2");

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(endpoint.Uri, force: false));

        Assert.Contains("The deployment was not registered: the endpoint speaks HTTP/2 only.\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_EndpointNeverThere_ErrorNamesIt()
    {
        _options.Timeout = TimeSpan.FromSeconds(3);
        var port = LoopbackPorts.Pick(1)[0];

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(new Uri($"http://127.0.0.1:{port}"), force: false));

        Assert.Equal("META0003", error.Code);
        Assert.Contains($"deployment:       http://127.0.0.1:{port}/\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_AdminUriIsTheIngress_ErrorSaysSo()
    {
        _options.AdminUri = _fixture.Server.IngressUri;

        var error = await Assert.ThrowsAsync<RestateRegistrationException>(() => RegisterAsync(new Uri("http://127.0.0.1:1"), force: false));

        Assert.StartsWith(
            "The deployment was not registered: the ingress of the Restate server answered instead of the admin API.\n",
            error.Message,
            StringComparison.Ordinal);
    }

    private async Task<DeploymentRegistration> RegisterAsync(Uri deploymentUri, bool force)
    {
        using var client = DeploymentRegistrar.CreateClient(_options);
        return await new DeploymentRegistrar(_options, client, _logger, TimeProvider.System).RegisterAsync(deploymentUri, force, CancellationToken.None);
    }
}
