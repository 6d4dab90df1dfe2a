using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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
public sealed class HostingTests(GuestServer server) : ActorTest(server)
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
