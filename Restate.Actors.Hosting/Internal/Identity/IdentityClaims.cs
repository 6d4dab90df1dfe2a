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

    /// <summary>Tells why a request is not allowed.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="now">The time.</param>
    /// <param name="clockSkew">By how much the time may be wrong.</param>
    /// <returns>The reason, or <see langword="null"/> if the request is allowed.</returns>
    public IdentityRefusal? Check(string path, DateTimeOffset now, TimeSpan clockSkew)
    {
        var seconds = SecondsOf(now);
        if (seconds + clockSkew.TotalSeconds < NotBefore)
        {
            return IdentityRefusal.NotYetValid;
        }

        // NaN and the like are no time at all.
        if (!(seconds - clockSkew.TotalSeconds < Expires && NotBefore <= seconds + clockSkew.TotalSeconds))
        {
            return IdentityRefusal.Expired;
        }

        return Audience.Contains(path, StringComparer.Ordinal) ? null : IdentityRefusal.OtherPath;
    }

    public bool HasExpired(DateTimeOffset now) => Expires <= SecondsOf(now);

    private static double SecondsOf(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}
