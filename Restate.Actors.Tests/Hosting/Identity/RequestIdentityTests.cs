using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Tests.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Identity;

public sealed class RequestIdentityTests
{
    private static readonly JsonElement Vectors = VectorMessage.Load("identity.json");
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string> Cases { get; } = [.. Vectors.GetProperty("cases").EnumerateArray().Select(vector => vector.GetProperty("name").GetString()!)];

    public static TheoryData<string> BadKeys { get; } = [.. Vectors.GetProperty("bad_keys").EnumerateArray().Select(key => key.GetString()!)];

    [Theory]
    [Capability("Identity and security", "Request identity keys (v1)")]
    [MemberData(nameof(Cases))]
    public void IsTrusted_Vector_AsRecorded(string name)
    {
        var vector = Vectors.GetProperty("cases").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);
        var headers = vector.GetProperty("headers");
        var scheme = headers.TryGetProperty("x-restate-signature-scheme", out var value) ? new StringValues(value.GetString()) : default;
        var token = vector.TryGetProperty("jwt_parts", out var parts) && parts.ValueKind == JsonValueKind.Array
            ? new StringValues(string.Join('.', parts.EnumerateArray().Select(part => part.GetString())))
            : default;
        var identity = Create(new ManualClock(Now), Vectors.GetProperty("public_key").GetString()!);
        var path = vector.GetProperty("path").GetString()!;

        var first = identity.IsTrusted(path, scheme, token);
        var second = identity.IsTrusted(path, scheme, token);

        Assert.Equal(vector.GetProperty("accepted").GetBoolean(), first);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void Create_BadKey_Refused(string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Create(new ManualClock(Now), key));

        Assert.StartsWith($"The request identity key '{key}' is no key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Base58Vectors_Bytes()
    {
        foreach (var vector in Vectors.GetProperty("base58").EnumerateArray())
        {
            var key = IdentityKey.Parse(vector.GetProperty("text").GetString()!);

            Assert.Equal(vector.GetProperty("hex").GetString(), Convert.ToHexStringLower(key.PublicKey));
        }
    }

    [Fact]
    public void Parse_LeadingZeros_Kept()
    {
        Assert.Equal([0, 0, 1], Base58.TryDecode("112")!);
        Assert.Null(Base58.TryDecode("0"));
        Assert.Equal([], Base58.TryDecode("")!);
    }

    [Fact]
    public void Create_RequiredWithoutKeys_Refused()
    {
        Assert.Throws<InvalidOperationException>(() => new RequestIdentity(Options.Create(new RestateIdentityOptions { IsRequired = true }), TimeProvider.System));
    }

    [Fact]
    public void IsTrusted_KnownToken_StillExpiresAndStaysBoundToItsPath()
    {
        var signer = Ed25519Signer.Create(1);
        var clock = new ManualClock(Now);
        var identity = Create(clock, Ed25519Signer.Create(2).KeyText, signer.KeyText);
        var token = signer.CreateToken("/invoke/A/b", Now);

        Assert.True(identity.IsTrusted("/invoke/A/b", "v1", token));
        Assert.False(identity.IsTrusted("/invoke/A/c", "v1", token));
        clock.Now = Now.AddSeconds(59.9);
        Assert.True(identity.IsTrusted("/invoke/A/b", "v1", token));
        clock.Now = Now.AddSeconds(60);
        Assert.False(identity.IsTrusted("/invoke/A/b", "v1", token));
        clock.Now = Now.AddSeconds(-60.1);
        Assert.False(identity.IsTrusted("/invoke/A/b", "v1", token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!.!.!")]
    [InlineData("e30.e30.e30")]
    [InlineData("W10.W10.")]
    [InlineData("bnVsbA.bnVsbA.bnVsbA")]
    public void IsTrusted_Rubbish_False(string token)
    {
        Assert.False(Create(new ManualClock(Now), Ed25519Signer.Create(1).KeyText).IsTrusted("/discover", "v1", token));
    }

    [Fact]
    public void IsTrusted_RightSignatureInAnotherSpelling_False()
    {
        var signer = Ed25519Signer.Create(1);
        var identity = Create(new ManualClock(Now), signer.KeyText);
        var token = signer.CreateToken("/discover", Now);

        // The last of 86 characters has four bits that stand for nothing.
        var unused = (char)(token[^1] + 1);
        string[] spellings = [$"{token[..^1]}{unused}", $"{token}==", $"{token} ", $"{token[..^1]} {token[^1]}", $"{token}\n"];

        Assert.All(spellings, spelling => Assert.False(identity.IsTrusted("/discover", "v1", spelling)));
        Assert.True(identity.IsTrusted("/discover", "v1", token));
        Assert.All(spellings, spelling => Assert.False(identity.IsTrusted("/discover", "v1", spelling)));
    }

    [Fact]
    public void IsTrusted_HeaderTwice_False()
    {
        var signer = Ed25519Signer.Create(1);
        var token = signer.CreateToken("/discover", Now);

        Assert.False(Create(new ManualClock(Now), signer.KeyText).IsTrusted("/discover", "v1", new StringValues([token, token])));
    }

    [Fact]
    public void VerifiedTokens_MoreThanCapacity_OldestLeave()
    {
        var tokens = new VerifiedTokens(capacity: 2);
        var claims = new IdentityClaims(0, Now.ToUnixTimeSeconds() + 60, []);

        tokens.Add("a", claims, Now);
        tokens.Add("b", claims, Now);
        tokens.Add("c", claims, Now);

        Assert.Equal(2, tokens.Count);
        Assert.False(tokens.TryGet("a", out _));
        Assert.True(tokens.TryGet("c", out _));
    }

    private static RequestIdentity Create(TimeProvider clock, params string[] keys)
    {
        var options = new RestateIdentityOptions();
        foreach (var key in keys)
        {
            options.PublicKeys.Add(key);
        }

        return new RequestIdentity(Options.Create(options), clock);
    }

    private sealed class ManualClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
