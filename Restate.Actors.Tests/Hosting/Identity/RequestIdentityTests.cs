using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Identity;

/// <summary>The check in front of the routes: where its keys come from, what it answers and what it logs.</summary>
public sealed class RequestIdentityTests
{
    private const string Key = "Restate:Identity:PublicKeys:0";

    private static readonly Ed25519Signer First = Ed25519Signer.Create(1);
    private static readonly Ed25519Signer Second = Ed25519Signer.Create(2);

    [Fact]
    [Capability("Identity and security", "Request identity keys (v1)")]
    public async Task Configuration_HoldsAKey_OnlySignedRequestsAreServed()
    {
        await using var host = await GuardedHost.StartAsync(configuration: (Key, First.KeyText));

        using var signed = await host.DiscoverAsync(Token(First));
        using var unsigned = await host.DiscoverAsync();
        using var forged = await host.DiscoverAsync(Token(Second));
        using var repeated = await host.DiscoverAsync(First.CreateToken("/invoke/Engine.Object/Run", TimeProvider.System.GetUtcNow()));
        using var old = await host.DiscoverAsync(First.CreateToken("/discover", TimeProvider.System.GetUtcNow().AddMinutes(-5)));
        using var health = await host.DiscoverAsync(path: "/health");

        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        foreach (var refused in new[] { unsigned, forged, repeated, old })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("", await refused.Content.ReadAsStringAsync());
            Assert.Equal(["Date", "Server", "Content-Length"], refused.Headers.Concat(refused.Content.Headers).Select(header => header.Key));
        }

        Assert.Equal(
            [
                "Warning: Refused a request to /discover from 127.0.0.1 with 401: it is not signed. A Restate server signs with the key that "
                + "RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE names. 0 more like it since the last such line.",
                "Warning: Refused a request to /discover from 127.0.0.1 with 401: none of the known keys has signed it. Is the server's public key among "
                + "RestateIdentityOptions.PublicKeys? 0 more like it since the last such line.",
                "Warning: Refused a request to /discover from 127.0.0.1 with 401: its token was made for another path. A proxy in front may change the path, or somebody repeats a token. "
                + "0 more like it since the last such line.",
                "Warning: Refused a request to /discover from 127.0.0.1 with 401: its token has expired. Compare the clocks of the server and of this machine; "
                + "RestateIdentityOptions.ClockSkew allows a difference. 0 more like it since the last such line.",
            ],
            host.Log.Lines);
    }

    [Fact]
    public async Task Configuration_AndCode_KeysOfBothCount()
    {
        await using var host = await GuardedHost.StartAsync(actors => actors.UseRequestIdentity(Second.KeyText), configuration: (Key, First.KeyText));

        using var first = await host.DiscoverAsync(Token(First));
        using var second = await host.DiscoverAsync(Token(Second));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Reload_OtherKey_TakesThePlaceOfTheFirst()
    {
        await using var host = await GuardedHost.StartAsync(configuration: (Key, First.KeyText));
        var token = Token(First);
        using var before = await host.DiscoverAsync(token);

        host.Configuration.Change((Key, Second.KeyText));

        using var old = await host.DiscoverAsync(token);
        using var next = await host.DiscoverAsync(Token(Second));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK), (before.StatusCode, old.StatusCode, next.StatusCode));
    }

    [Fact]
    public async Task Reload_FirstKey_ClosesTheDoor()
    {
        await using var host = await GuardedHost.StartAsync();
        using var before = await host.DiscoverAsync();

        host.Configuration.Change((Key, First.KeyText));

        using var after = await host.DiscoverAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
    }

    [Theory]
    [InlineData(Key, "publickeyv1_0OIl", "The request identity key 'publickeyv1_0OIl' is no key")]
    [InlineData("Restate:Identity:ClockSkew", "soon", "Failed to convert configuration value")]
    [InlineData("Restate:Identity:PublicKey", "x", "'PublicKey'")]
    [InlineData("Other", "value", "The configuration holds no key of request identity any more.")]
    public async Task Reload_Wrong_ChangesNothingAndIsLogged(string name, string value, string text)
    {
        await using var host = await GuardedHost.StartAsync(configuration: (Key, First.KeyText));

        host.Configuration.Change((name, value));

        using var signed = await host.DiscoverAsync(Token(First));
        Assert.Equal(HttpStatusCode.OK, signed.StatusCode);
        var line = Assert.Single(host.Log.Lines);
        Assert.StartsWith("Error: ", line, StringComparison.Ordinal);
        Assert.Contains(text, line, StringComparison.Ordinal);
        using var unsigned = await host.DiscoverAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    [Theory]
    [InlineData("Restate:Identity:ClockSkew", "soon", "Failed to convert configuration value")]
    [InlineData("Restate:Identity:PublicKey", "x", "'PublicKey'")]
    public async Task Start_WrongConfiguration_Refused(string name, string value, string text)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => GuardedHost.StartAsync(configuration: (name, value)));

        Assert.Contains(text, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_RequiredWithoutKey_Refused()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => GuardedHost.StartAsync(actors => actors.UseRequestIdentity()));

        Assert.StartsWith("UseRequestIdentity() was called without a key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalLog_ManyOfAKind_OneLineInTenSecondsTellsHowMany()
    {
        var clock = new ManualClock();
        var recorder = new LogRecorder();
        var log = new RefusalLog(clock, recorder);
        var request = new DefaultHttpContext().Request;
        request.Path = "/invoke/A\nError: forged line/b";

        for (var count = 0; count < 1_000; count++)
        {
            log.Add(IdentityRefusal.Unsigned, request);
        }

        log.Add(IdentityRefusal.Malformed, request);
        clock.Advance(TimeSpan.FromSeconds(10));
        log.Add(IdentityRefusal.Unsigned, request);

        Assert.Equal(3, recorder.Lines.Count);
        Assert.StartsWith("Warning: Refused a request to /invoke/A%0AError:%20forged%20line/b from (null) with 401: it is not signed.", recorder.Lines.First(), StringComparison.Ordinal);
        Assert.EndsWith(" 999 more like it since the last such line.", recorder.Lines.Last(), StringComparison.Ordinal);
    }

    private static string Token(Ed25519Signer signer) => signer.CreateToken("/discover", TimeProvider.System.GetUtcNow());
}
