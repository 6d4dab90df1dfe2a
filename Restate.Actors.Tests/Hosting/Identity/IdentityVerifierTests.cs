using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Tests.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Identity;

public sealed class IdentityVerifierTests
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
        Assert.Throws<InvalidOperationException>(() => new IdentityVerifier(new RestateIdentityOptions { IsRequired = true }, TimeProvider.System));
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

    [Fact]
    public void IsTrusted_ClockSkew_ExtendsBothEnds()
    {
        var signer = Ed25519Signer.Create(1);
        var clock = new ManualClock(Now);
        var identity = Create(clock, TimeSpan.FromSeconds(30), signer.KeyText);
        var token = signer.CreateToken("/discover", Now);

        clock.Now = Now.AddSeconds(89.9);
        Assert.True(identity.IsTrusted("/discover", "v1", token));
        clock.Now = Now.AddSeconds(-90);
        Assert.True(identity.IsTrusted("/discover", "v1", token));
        clock.Now = Now.AddSeconds(90);
        Assert.Equal(IdentityRefusal.Expired, identity.Check("/discover", "v1", token));
        clock.Now = Now.AddSeconds(-90.1);
        Assert.Equal(IdentityRefusal.NotYetValid, identity.Check("/discover", "v1", token));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(601)]
    public void Create_ClockSkewOutOfRange_Refused(int seconds)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Create(new ManualClock(Now), TimeSpan.FromSeconds(seconds), Ed25519Signer.Create(1).KeyText));

        Assert.Equal($"RestateIdentityOptions.ClockSkew is {TimeSpan.FromSeconds(seconds)}; it must be from 00:00:00 to 00:10:00.", error.Message);
    }

    [Fact]
    public void Check_EachMistake_HasItsReason()
    {
        var signer = Ed25519Signer.Create(1);
        var identity = Create(new ManualClock(Now), signer.KeyText);
        var token = signer.CreateToken("/discover", Now);

        Assert.Null(identity.Check("/discover", "v1", token));
        Assert.Equal(IdentityRefusal.Unsigned, identity.Check("/discover", default, default));
        Assert.Equal(IdentityRefusal.Unsigned, identity.Check("/discover", "unsigned", default));
        Assert.Equal(IdentityRefusal.OtherScheme, identity.Check("/discover", "v2", token));
        Assert.Equal(IdentityRefusal.OtherScheme, identity.Check("/discover", new StringValues(["v1", "v1"]), token));
        Assert.Equal(IdentityRefusal.Malformed, identity.Check("/discover", "v1", default));
        Assert.Equal(IdentityRefusal.Malformed, identity.Check("/discover", "v1", new string('a', 17_000)));
        Assert.Equal(IdentityRefusal.OtherPath, identity.Check("/invoke/A/b", "v1", token));
        Assert.Equal(IdentityRefusal.Expired, identity.Check("/discover", "v1", signer.CreateToken("/discover", Now.AddMinutes(-2))));
        Assert.Equal(IdentityRefusal.NotYetValid, identity.Check("/discover", "v1", signer.CreateToken("/discover", Now.AddMinutes(2))));
        Assert.Equal(IdentityRefusal.UnknownSigner, identity.Check("/discover", "v1", Ed25519Signer.Create(2).CreateToken("/discover", Now)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void IsTrusted_1000MutatedTokens_NoneIsAccepted(int seed)
    {
        var signer = Ed25519Signer.Create(seed);
        var identity = Create(new ManualClock(Now), Ed25519Signer.Create(7).KeyText, signer.KeyText);
        var genuine = signer.CreateToken("/invoke/A/b", Now);
        var random = new Random(seed);

        for (var count = 0; count < 1_000; count++)
        {
            var mutant = Mutate(genuine, random);

            Assert.True(mutant == genuine || !identity.IsTrusted("/invoke/A/b", "v1", mutant), $"Accepted: {mutant}");
        }

        Assert.True(identity.IsTrusted("/invoke/A/b", "v1", genuine));
    }

    // Bits, characters, pieces and parts; now and then several at once.
    private static string Mutate(string token, Random random)
    {
        var mutant = token;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(mutant.Length);
            var parts = mutant.Split('.');
            mutant = random.Next(7) switch
            {
                0 => $"{mutant[..at]}{(char)(mutant[at] ^ (1 << random.Next(7)))}{mutant[(at + 1)..]}",
                1 => mutant.Remove(at, 1),
                2 => mutant.Insert(at, $"{(char)random.Next(1, 300)}"),
                3 => mutant[..at] + mutant[random.Next(at, mutant.Length)..],
                4 => mutant[..(at + 1)] + mutant[at..],
                5 => string.Join('.', parts.Reverse()),
                _ => string.Join('.', [.. parts.Take(random.Next(parts.Length + 1)), "e30"]),
            };
            mutant = mutant.Length == 0 ? "." : mutant;
        }

        return mutant;
    }

    private static IdentityVerifier Create(TimeProvider clock, params string[] keys) => Create(clock, TimeSpan.Zero, keys);

    private static IdentityVerifier Create(TimeProvider clock, TimeSpan clockSkew, params string[] keys)
    {
        var options = new RestateIdentityOptions { ClockSkew = clockSkew };
        foreach (var key in keys)
        {
            options.PublicKeys.Add(key);
        }

        return new IdentityVerifier(options, clock);
    }

    private sealed class ManualClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
