using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

[Collection(RealServer.Name)]
public sealed class DeploymentAdminTests(RestateServerFixture fixture)
{
    private const string Unknown = "dp_10hAzMCQH5AmykoHHhV4Uf1";

    private IRestateAdmin Admin => fixture.Server.Admin.Client;

    [Fact]
    [Capability("Admin client", "Typed admin client")]
    public async Task Register_Then_GetListAndRemove()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("AdminRegistered");
        var options = new RegisterDeploymentOptions { Metadata = { ["team"] = "blue" }, AdditionalHeaders = { ["x-test"] = "yes" } };

        var registration = await Admin.Deployments.RegisterAsync(endpoint.Uri, options);
        var again = await Admin.Deployments.RegisterAsync(endpoint.Uri, options);
        var deployment = await Admin.Deployments.GetAsync(registration.Id);
        var listed = (await Admin.Deployments.ListAsync()).Single(other => other.Id == registration.Id);
        await Admin.Deployments.RemoveAsync(registration.Id, force: true);

        Assert.True(registration.IsNew);
        Assert.False(again.IsNew);
        var service = Assert.Single(registration.Services);
        Assert.Equal(("AdminRegistered", 1, registration.Id), (service.Name, service.Revision, service.DeploymentId));
        Assert.Equal("greet", Assert.Single(service.Handlers).Name);
        Assert.Equal((5, 6), (registration.MinProtocolVersion, registration.MaxProtocolVersion));
        Assert.Equal(endpoint.Uri, deployment.Uri);
        Assert.Null(deployment.Arn);
        Assert.Equal("HTTP/2.0", deployment.HttpVersion);
        Assert.Equal("blue", deployment.Metadata["team"]);
        Assert.Equal("yes", deployment.AdditionalHeaders["x-test"]);
        Assert.Equal([new ServiceRevision("AdminRegistered", 1)], deployment.Services);
        Assert.Equal(deployment.CreatedAt, listed.CreatedAt);
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Deployments.GetAsync(registration.Id));
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Services.GetAsync("AdminRegistered"));
    }

    [Fact]
    public async Task Register_Http11_IsAskedSo()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("AdminHttp11", protocols: HttpProtocols.Http1);

        var error = await Assert.ThrowsAsync<RestateClientException>(() => Admin.Deployments.RegisterAsync(endpoint.Uri));
        var registration = await Admin.Deployments.RegisterAsync(endpoint.Uri, new RegisterDeploymentOptions { UseHttp11 = true });

        Assert.Contains("the endpoint speaks HTTP/1.1 only.", error.Message, StringComparison.Ordinal);
        Assert.Contains("RegisterDeploymentOptions.UseHttp11", error.Message, StringComparison.Ordinal);
        Assert.Equal("HTTP/1.1", (await Admin.Deployments.GetAsync(registration.Id)).HttpVersion);
    }

    [Fact]
    public async Task Register_DryRun_StoresNothing()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("AdminDryRun");

        var registration = await Admin.Deployments.RegisterAsync(endpoint.Uri, new RegisterDeploymentOptions { DryRun = true });

        Assert.Equal("AdminDryRun", Assert.Single(registration.Services).Name);
        Assert.DoesNotContain(await Admin.Services.ListAsync(), service => service.Name == "AdminDryRun");
    }

    [Fact]
    public async Task Register_ChangedKind_ConflictUnlessBreaking()
    {
        await using var service = await DiscoveryEndpoint.StartAsync("AdminChangesKind");
        await using var virtualObject = await DiscoveryEndpoint.StartAsync("AdminChangesKind", "VIRTUAL_OBJECT");
        await Admin.Deployments.RegisterAsync(service.Uri);

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => Admin.Deployments.RegisterAsync(virtualObject.Uri));
        await Admin.Deployments.RegisterAsync(virtualObject.Uri, new RegisterDeploymentOptions { Breaking = true });

        Assert.Equal("META0006", error.ErrorCode);
        Assert.Equal(ServiceKind.VirtualObject, (await Admin.Services.GetAsync("AdminChangesKind")).Kind);
    }

    [Fact]
    public async Task Register_NobodyListens_Unavailable()
    {
        var port = LoopbackPorts.Pick(1)[0];

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => Admin.Deployments.RegisterAsync(new Uri($"http://127.0.0.1:{port}")));

        Assert.Equal("META0003", error.ErrorCode);
        Assert.Contains("the server could not reach the endpoint.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAndRemove_Unknown_NotFound()
    {
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Deployments.GetAsync(Unknown));
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Deployments.RemoveAsync(Unknown, force: true));
        await Assert.ThrowsAsync<RestateConflictException>(() => Admin.Deployments.RemoveAsync(Unknown, force: false));
    }
}
