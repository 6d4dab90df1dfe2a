using System.Text;
using System.Text.Json;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Identity;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Tokens of request identity: only those that a server signed, as it wrote them, may open the door.</summary>
/// <remarks>The input is the scheme, the path and the token, a line each.</remarks>
internal sealed class IdentityTarget : IFuzzTarget
{
    private readonly IdentityVerifier _identity;
    private readonly HashSet<string> _accepted = new(StringComparer.Ordinal);

    public IdentityTarget()
    {
        var vectors = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(RecordedFrames.PathOf("identity.json")));
        var options = new RestateIdentityOptions();
        options.PublicKeys.Add(vectors.GetProperty("public_key").GetString()!);
        _identity = new IdentityVerifier(options, TimeProvider.System);
        List<byte[]> seeds = [];
        foreach (var vector in vectors.GetProperty("cases").EnumerateArray())
        {
            var input = InputOf(vector);
            seeds.Add(Encoding.UTF8.GetBytes(input));
            if (vector.GetProperty("accepted").GetBoolean())
            {
                _accepted.Add(Signed(input.Split('\n')));
            }
        }

        Seeds = seeds;
    }

    public string Name => "identity";

    public string Unit => "tokens";

    public IReadOnlyList<byte[]> Seeds { get; }

    public IMutator Mutator { get; } = new TextMutator(maxLength: 4096, words: ["v1", "v2", "\n", "eyJhbGciOiJub25lIn0", "e30", "bnVsbA", "A", "/discover", "/invoke/Greeter/greet", "/prefix"]);

    public AllocationLimit Limit { get; } = new(Base: 256 * 1024, PerByte: 200);

    public ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var parts = text.Split('\n');
        if (parts.Length != 3)
        {
            return ValueTask.FromResult(new Behaviour("no request", Units: 0));
        }

        var isTrusted = _identity.IsTrusted(parts[1], parts[0], parts[2]);
        var isGenuine = _accepted.Contains(Signed(parts));
        if (isTrusted && !isGenuine)
        {
            throw new DefectException($"A token that no server wrote was accepted for {parts[1]}: {parts[2]}");
        }

        if (!isTrusted && isGenuine)
        {
            throw new DefectException("A token that a server wrote was refused.");
        }

        return ValueTask.FromResult(new Behaviour($"{(isTrusted ? "trusted" : "refused")} {Describe(parts[2])}", Units: 1));
    }

    // A deployment may have a prefix, which the server does not sign.
    private static string Signed(string[] parts) => $"{parts[0]}\n{SignedPath.Of(parts[1])}\n{parts[2]}";

    // Both ways to verify must agree.
    private static string Describe(string text)
    {
        if (IdentityToken.TryParse(text) is not { } token)
        {
            return "no token";
        }

        // The managed way is slow.
        if (text.Length % 4 != 0)
        {
            return $"token, {token.Signature.Length} bytes";
        }

        var key = IdentityKey.Parse("publickeyv1_5AHAMdFiWeFa5CNf5cABvuizL3UfU2VBN36hcQN2NDSS").PublicKey;
        var isSigned = Ed25519.Verify(key, token.SignedBytes, token.Signature);
        return !OpenSslEd25519.IsAvailable || OpenSslEd25519.Verify(key, token.SignedBytes, token.Signature) == isSigned
            ? $"signed {isSigned}, {token.Signature.Length} bytes, key {token.KeyText is not null}, {Math.Min(token.Claims.Audience.Count, 3)} paths"
            : throw new DefectException($"The two ways to verify a signature do not agree: {text}");
    }

    private static string InputOf(JsonElement vector)
    {
        var scheme = vector.GetProperty("headers").TryGetProperty("x-restate-signature-scheme", out var value) ? value.GetString() : "";
        var token = vector.TryGetProperty("jwt_parts", out var parts) && parts.ValueKind == JsonValueKind.Array
            ? string.Join('.', parts.EnumerateArray().Select(part => part.GetString()))
            : "";
        return $"{scheme}\n{vector.GetProperty("path").GetString()}\n{token}";
    }
}
