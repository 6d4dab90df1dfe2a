using System.Text.Json;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>What a token allows: requests to some paths, for a time.</summary>
/// <param name="NotBefore">Seconds since the Unix epoch.</param>
/// <param name="Expires">Seconds since the Unix epoch.</param>
/// <param name="Audience">The paths.</param>
internal sealed record IdentityClaims(double NotBefore, double Expires, IReadOnlyList<string> Audience)
{
    /// <summary>Reads the claims of a token.</summary>
    /// <returns>The claims, or <see langword="null"/> if one is missing.</returns>
    /// <exception cref="InvalidOperationException">A claim is of another JSON type.</exception>
    public static IdentityClaims? TryRead(JsonElement payload)
    {
        if (!payload.TryGetProperty("nbf", out var notBefore) || !payload.TryGetProperty("exp", out var expires) || !payload.TryGetProperty("aud", out var audience))
        {
            return null;
        }

        string[] paths = audience.ValueKind == JsonValueKind.Array
            ? [.. audience.EnumerateArray().Select(path => path.GetString()!)]
            : [audience.GetString()!];
        return new IdentityClaims(notBefore.GetDouble(), expires.GetDouble(), paths);
    }

    public bool Allow(string path, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        return NotBefore <= seconds && seconds < Expires && Audience.Contains(path, StringComparer.Ordinal);
    }

    public bool HasExpired(DateTimeOffset now) => Expires <= now.ToUnixTimeMilliseconds() / 1000.0;
}
