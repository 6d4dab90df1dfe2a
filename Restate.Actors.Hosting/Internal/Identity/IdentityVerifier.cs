using Microsoft.Extensions.Primitives;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Tells whether a request was signed by a server whose key is known.</summary>
/// <remarks>Source: service protocol, request identity, scheme v1.</remarks>
internal sealed class IdentityVerifier
{
    private const int CachedTokens = 4096;

    // More than any token of the server, and little enough to try.
    private const int MaxTokenLength = 16 * 1024;

    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(10);

    private readonly IdentityKey[] _keys;
    private readonly TimeSpan _clockSkew;
    private readonly TimeProvider _clock;
    private readonly VerifiedTokens _verified = new(CachedTokens);

    /// <summary>Creates the check.</summary>
    /// <exception cref="InvalidOperationException">A key is malformed, missing though required, or the clock skew is out of range.</exception>
    public IdentityVerifier(RestateIdentityOptions options, TimeProvider clock)
    {
        _keys = [.. options.PublicKeys.Select(IdentityKey.Parse)];
        _clockSkew = options.ClockSkew;
        _clock = clock;
        if (_keys.Length == 0 && options.IsRequired)
        {
            throw new InvalidOperationException(
                "UseRequestIdentity() was called without a key, so every request would be refused. Give it the server's public key, publickeyv1_..., set Restate:Identity:PublicKeys, or leave it out.");
        }

        if (_clockSkew < TimeSpan.Zero || _clockSkew > LongestSkew)
        {
            throw new InvalidOperationException($"RestateIdentityOptions.ClockSkew is {_clockSkew}; it must be from 00:00:00 to {LongestSkew}.");
        }
    }

    /// <summary>Gets whether there is a key to check with.</summary>
    public bool HasKeys => _keys.Length > 0;

    /// <summary>Tells whether another check has the same settings.</summary>
    public bool IsLike(IdentityVerifier other) => _clockSkew == other._clockSkew && _keys.Select(key => key.Text).SequenceEqual(other._keys.Select(key => key.Text), StringComparer.Ordinal);

    public bool IsTrusted(string path, StringValues scheme, StringValues token) => Check(path, scheme, token) is null;

    /// <summary>Tells why a request is not to be trusted.</summary>
    /// <returns>The reason, or <see langword="null"/> if a known server has signed it.</returns>
    public IdentityRefusal? Check(string path, StringValues scheme, StringValues token)
    {
        if (scheme is not ["v1"])
        {
            return scheme is [] or ["unsigned"] ? IdentityRefusal.Unsigned : IdentityRefusal.OtherScheme;
        }

        return token is [{ Length: <= MaxTokenLength } text] ? Check(SignedPath.Of(path), text) : IdentityRefusal.Malformed;
    }

    private IdentityRefusal? Check(string path, string text)
    {
        var now = _clock.GetUtcNow();
        if (_verified.TryGet(text, out var known))
        {
            return known.Check(path, now, _clockSkew);
        }

        if (IdentityToken.TryParse(text) is not { } token)
        {
            return IdentityRefusal.Malformed;
        }

        // The claims first: they cost little.
        if (token.Claims.Check(path, now, _clockSkew) is { } refusal)
        {
            return refusal;
        }

        if (!IsSigned(token))
        {
            return IdentityRefusal.UnknownSigner;
        }

        _verified.Add(text, token.Claims, now);
        return null;
    }

    // The key that the token names comes first; a token is as good when another known key has signed it.
    private bool IsSigned(IdentityToken token)
    {
        return _keys.OrderByDescending(key => string.Equals(key.Text, token.KeyText, StringComparison.Ordinal)).Any(key => Verify(key, token));
    }

    private static bool Verify(IdentityKey key, IdentityToken token)
    {
        return OpenSslEd25519.IsAvailable
            ? OpenSslEd25519.Verify(key.PublicKey, token.SignedBytes, token.Signature)
            : Ed25519.Verify(key.PublicKey, token.SignedBytes, token.Signature);
    }
}
