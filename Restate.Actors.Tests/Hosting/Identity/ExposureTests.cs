using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Identity;

/// <summary>The warning of an endpoint that anybody can use, and its absence everywhere else.</summary>
public sealed class ExposureTests
{
    private static readonly Action<KestrelServerOptions> Everybody = static kestrel => kestrel.ListenAnyIP(0, listener => listener.Protocols = HttpProtocols.Http2);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task OutsideDevelopment_WithoutKeys_BeyondLoopback_Warns(string environment)
    {
        await using var host = await GuardedHost.StartAsync(listen: Everybody, environment: environment);

        Assert.Equal(
            [
                $"Warning: ANYBODY WHO REACHES http://[::]:{host.Addresses[0].Port} CAN RUN EVERY HANDLER: requests are not checked. Set Restate:Identity:PublicKeys, or call "
                + "UseRequestIdentity(...), with the public key of the Restate server. If the network keeps all others away, set Restate:Identity:IsNetworkTrusted to true.",
            ],
            host.Log.Lines);
    }

    [Fact]
    public async Task Development_Silent()
    {
        await using var host = await GuardedHost.StartAsync(listen: Everybody, environment: "Development");

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task Keys_Silent()
    {
        await using var host = await GuardedHost.StartAsync(listen: Everybody, configuration: ("Restate:Identity:PublicKeys:0", Ed25519Signer.Create(1).KeyText));

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task NetworkIsTrusted_Silent()
    {
        await using var host = await GuardedHost.StartAsync(listen: Everybody, configuration: ("Restate:Identity:IsNetworkTrusted", "true"));

        Assert.Empty(host.Log.Lines);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2")]
    [InlineData("::1")]
    public async Task Loopback_Silent(string address)
    {
        await using var host = await GuardedHost.StartAsync(listen: kestrel => kestrel.Listen(IPAddress.Parse(address), 0));

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task UnixSocket_Silent()
    {
        using var directory = new TempDirectory();
        await using var host = await GuardedHost.StartAsync(listen: kestrel => kestrel.ListenUnixSocket($"{directory.Path}/actors.sock"));

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task ListenRestateActors_OnlyThisMachine_OtherPortIsOpenAndSilent()
    {
        var port = LoopbackPorts.Pick(1)[0];
        await using var host = await GuardedHost.StartAsync(web: web => web.ListenRestateActors(port).ConfigureKestrel(Everybody));

        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task ListenRestateActors_AnyAddress_Warns()
    {
        var port = LoopbackPorts.Pick(1)[0];
        await using var host = await GuardedHost.StartAsync(web: web => web.ListenRestateActors(port, anyAddress: true));

        Assert.StartsWith($"Warning: ANYBODY WHO REACHES http://[::]:{port} CAN RUN EVERY HANDLER", Assert.Single(host.Log.Lines), StringComparison.Ordinal);
    }
}
