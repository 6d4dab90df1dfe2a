using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

/// <summary>An application with a port for browsers and one for the Restate server.</summary>
public sealed class ActorPortsTests
{
    [Fact]
    public async Task OtherPort_WhateverHostIsNamed_404()
    {
        var ports = LoopbackPorts.Pick(2);
        await using var host = await GuardedHost.StartAsync(web: web => web
            .ListenRestateActors(ports[0])
            .ConfigureKestrel(kestrel => kestrel.ListenLocalhost(ports[1], listener => listener.Protocols = HttpProtocols.Http1)));
        var other = host.Addresses.ToList().FindIndex(address => address.Port == ports[1]);

        using var actors = await host.DiscoverAsync(address: 1 - other);
        using var browser = await host.DiscoverAsync(address: other, version: HttpVersion.Version11);
        using var spoofed = await host.DiscoverAsync(address: other, host: $"localhost:{ports[0]}", version: HttpVersion.Version11);
        using var health = await host.DiscoverAsync(address: other, path: "/health", version: HttpVersion.Version11);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (actors.StatusCode, browser.StatusCode, spoofed.StatusCode, health.StatusCode));
    }

    [Fact]
    public async Task WithoutListenRestateActors_AllPortsServe()
    {
        await using var host = await GuardedHost.StartAsync(listen: static kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2);
        });

        using var first = await host.DiscoverAsync(address: 0);
        using var second = await host.DiscoverAsync(address: 1);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }
}
