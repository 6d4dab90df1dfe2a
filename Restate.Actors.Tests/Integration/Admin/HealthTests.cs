using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

/// <summary>The health check against a real server, which is then gone.</summary>
public sealed class HealthTests
{
    [Fact]
    [Capability("Hosting", "Health endpoint")]
    public async Task Check_BeforeAndAfterRegistration_AndWithoutServer()
    {
        await using var server = await RestateServer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRestateActors(options => options.Services = ["Cashbox"]).AddGeneratedActors();
        builder.Services.AddRestateClient(options => options.IngressUri = server.IngressUri);
        builder.Services.AddRestateAdmin(options => options.AdminUri = server.AdminUri);
        builder.Services.AddHealthChecks().AddRestate();
        await using var app = builder.Build();
        app.MapRestateActors("/actors");
        await app.StartAsync();
        var health = app.Services.GetRequiredService<HealthCheckService>();

        var unregistered = await health.CheckHealthAsync();
        await server.Admin.RegisterAsync(new Uri($"{app.Urls.Single()}/actors"));
        await Eventually.BecomesTrueAsync(async () => (await health.CheckHealthAsync()).Status == HealthStatus.Healthy);
        await server.KillAsync();
        var alone = await health.CheckHealthAsync();

        Assert.Equal(HealthStatus.Degraded, unregistered.Status);
        Assert.Equal(HealthStatus.Unhealthy, alone.Status);
    }
}
