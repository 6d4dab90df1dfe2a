using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>The forms in which applications host actors.</summary>
[Collection(nameof(GuestServer))]
public sealed class HostingTests(GuestServer server) : ServerTest(server)
{
    [Fact]
    [Capability("Soundness", "Long waits keep their connection")]
    public async Task WebApplication_AddRestateActorsAlone_LiftsTheLimits()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        AddActors(builder.Services, builder.Logging);
        await using var app = builder.Build();
        app.MapRestateActors("/web");
        await app.StartAsync();

        AssertLimitsAreLifted(app.Services);
        await AssertServesAsync(app.Urls.Single(), "/web");
    }

    [Fact]
    public async Task GenericHost_AddRestateActorsAlone_LiftsTheLimits()
    {
        using var host = new HostBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .ConfigureWebHostDefaults(web => web
                .UseUrls()
                .ConfigureKestrel(Listen)
                .ConfigureServices(services => AddActors(services, logging: null))
                .Configure(app => app.UseRouting().UseEndpoints(endpoints => endpoints.MapRestateActors("/generic"))))
            .Build();
        await host.StartAsync();

        AssertLimitsAreLifted(host.Services);
        var addresses = host.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features
            .Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!;
        await AssertServesAsync(addresses.Addresses.Single(), "/generic");
        await host.StopAsync();
    }

    [Fact]
    public async Task WebApplication_ApplicationSetsTheLimitsAgain_TheyDoNotHoldForInvocations()
    {
        var attempts = 0;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        AddActors(builder.Services, builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromMilliseconds(1100));
            kestrel.Limits.MaxRequestBodySize = 1000;
        });
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            attempts += context.Request.Method == "POST" ? 1 : 0;
            return next(context);
        });
        app.MapRestateActors("/limited");
        await app.StartAsync();

        await AssertServesAsync(app.Urls.Single(), "/limited");
        Assert.Equal("all quiet", await Client.GetActor<ILighthouse>(Key).WatchAsync(4));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task PathBase_OfAReverseProxy_IsPartOfTheRegisteredAddress()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        AddActors(builder.Services, builder.Logging);
        await using var app = builder.Build();
        app.UsePathBase("/shop/backend");
        app.UseRouting();
        app.MapRestateActors("/actors");
        await app.StartAsync();

        await AssertServesAsync(app.Urls.Single(), "/shop/backend/actors");
    }

    [Fact]
    public async Task TwoEndpoints_InOneProcess_CallEachOther()
    {
        await using var lines = await StartAsync("/lines", "Line");
        await using var callers = await StartAsync("/callers", "Caller");

        await Server.Admin.RegisterAsync(new Uri(new Uri(lines.Urls.Single()), "/lines"));
        await Server.Admin.RegisterAsync(new Uri(new Uri(callers.Urls.Single()), "/callers"));

        Assert.Equal(5, (await Client.GetActor<ICaller>().CallInTurnAsync(Key)).Count);
    }

    [Fact]
    public async Task BesideControllers_TwoPorts_ControllersCallActorsAndTheirPortHasNone()
    {
        var ports = LoopbackPorts.Pick(2);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(ports[0], listener => listener.Protocols = HttpProtocols.Http1);
            kestrel.ListenLocalhost(ports[1], listener => listener.Protocols = HttpProtocols.Http2);
        });
        AddActors(builder.Services, builder.Logging);
        builder.Services.AddRestateClient(options => options.IngressUri = Server.IngressUri);
        builder.Services.AddControllers().AddApplicationPart(typeof(FormController).Assembly);
        await using var app = builder.Build();
        app.MapControllers();
        app.MapRestateActors("/actors").RequireHost($"*:{ports[1]}");
        await app.StartAsync();
        await Server.Admin.RegisterAsync(new Uri($"http://localhost:{ports[1]}/actors"));
        using var browser = new HttpClient { BaseAddress = new Uri($"http://localhost:{ports[0]}") };

        Assert.Equal("hello", await browser.GetStringAsync("forms/hello"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("actors/discover")).StatusCode);
    }

    [Fact]
    public async Task Tls_Http2_ServerWithTheCertificateCallsIt()
    {
        using var directory = new TempDirectory();
        using var certificate = LoopbackCertificate.Create();
        var file = directory.Write("root.pem", certificate.ExportCertificatePem());
        await using var server = await RestateServer.StartAsync(new RestateServerSettings().With("SSL_CERT_FILE", file));
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(certificate)));
        AddActors(builder.Services, builder.Logging);
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        List<string> protocols = [];
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            lock (protocols)
            {
                protocols.Add(context.Request.Protocol);
            }

            return next(context);
        });
        app.MapRestateActors();
        await app.StartAsync();

        await server.ExplainFailureAsync(() => server.Admin.RegisterAsync(new Uri(app.Urls.Single())));

        Assert.Equal("all quiet", await app.Services.GetRequiredService<IRestateClient>().GetActor<ILighthouse>(Key).WatchAsync(1));
        Assert.All(protocols, protocol => Assert.Equal("HTTP/2", protocol));
    }

    [Fact]
    public async Task ReverseProxy_WithAPathOfItsOwn_PassesStreamsOnBothWays()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        AddActors(builder.Services, builder.Logging);
        await using var app = builder.Build();
        app.MapRestateActors("/actors");
        await app.StartAsync();
        await using var proxy = await ForwardingProxy.StartAsync(new Uri(app.Urls.Single()), "/shop");

        await AssertServesAsync(proxy.Uri.ToString(), "/shop/actors");

        var before = proxy.Requests;
        Assert.Equal("all quiet", await Client.GetActor<ILighthouse>(Key).WatchAsync(1));
        Assert.Equal(before + 1, proxy.Requests);
    }

    [Fact]
    [Capability("Identity and security", "Request identity keys (v1)")]
    public async Task ReverseProxy_SigningServer_PathOfTheProxyIsNotSigned()
    {
        var signer = Ed25519Signer.Create(1);
        using var directory = new TempDirectory();
        var file = directory.Write("key.pem", signer.Pem);
        await using var server = await RestateServer.StartAsync(new RestateServerSettings().With("RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE", file));
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Restate:Identity:PublicKeys:0", (string?)signer.KeyText)]);
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        AddActors(builder.Services, builder.Logging);
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        await using var app = builder.Build();
        app.MapRestateActors("/actors");
        await app.StartAsync();
        await using var proxy = await ForwardingProxy.StartAsync(new Uri(app.Urls.Single()), "/shop");

        await server.ExplainFailureAsync(() => server.Admin.RegisterAsync(new Uri(proxy.Uri, "/shop/actors")));

        Assert.Equal("all quiet", await app.Services.GetRequiredService<IRestateClient>().GetActor<ILighthouse>(Key).WatchAsync(1));
        await Assert.ThrowsAsync<Xunit.Sdk.XunitException>(() => Server.Admin.RegisterAsync(new Uri(proxy.Uri, "/shop/actors")));
    }

    [Fact]
    public async Task ListenRestateActors_RegistersItself_ServerCallsThatPort()
    {
        var port = LoopbackPorts.Pick(1)[0];
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ListenRestateActors(port).ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        builder.Services.AddRestateActors(options => options.Services = ["Form"]).AddGeneratedActors().RegisterDeployment(deployment =>
        {
            deployment.AdminUri = Server.AdminUri;
            deployment.Force = true;
        });
        builder.Services.AddSingleton<Probe>();
        await using var app = builder.Build();
        app.MapRestateActors("/one-line");
        await app.StartAsync();

        var deployments = await Server.Admin.Client.Deployments.ListAsync();

        Assert.Single(deployments, deployment => deployment.Uri == new Uri($"http://localhost:{port}/one-line"));
        Assert.Equal("here", await Client.GetActor<IForm>().NullableAsync("here"));
    }

    private static async Task<WebApplication> StartAsync(string prefix, string service)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls().ConfigureKestrel(Listen);
        builder.Logging.ClearProviders();
        builder.Services.AddRestateActors(options => options.Services = [service]).AddGeneratedActors();
        builder.Services.AddSingleton<Probe>();
        var app = builder.Build();
        app.MapRestateActors(prefix);
        await app.StartAsync();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2);

    private static void AddActors(IServiceCollection services, ILoggingBuilder? logging)
    {
        logging?.ClearProviders();
        services.AddRestateActors(options => options.Services = ["Form", "Lighthouse"]).AddGeneratedActors();
        services.AddSingleton<Probe>();
    }

    private static void AssertLimitsAreLifted(IServiceProvider services)
    {
        var limits = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.Null(limits.MinRequestBodyDataRate);
        Assert.Null(limits.MinResponseDataRate);
        Assert.True(limits.Http2.MaxStreamsPerConnection >= 128);
    }

    private async Task AssertServesAsync(string address, string prefix)
    {
        await Server.Admin.RegisterAsync(new Uri(new Uri(address), prefix));
        Assert.Equal(2_000, (await Client.GetActor<IForm>().NullableAsync(new string('x', 2_000))).Length);
    }
}
