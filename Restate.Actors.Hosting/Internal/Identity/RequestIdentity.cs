using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Tells whether a request was signed by a server whose key is known.</summary>
/// <remarks>Source: service protocol, request identity, scheme v1.</remarks>
internal sealed class RequestIdentity
{
    private const string SchemeHeader = "x-restate-signature-scheme";
    private const string TokenHeader = "x-restate-jwt-v1";
    private const int CachedTokens = 4096;

    // More than any token of the server, and little enough to try.
    private const int MaxTokenLength = 16 * 1024;

    private readonly IdentityKey[] _keys;
    private readonly VerifiedTokens _verified = new(CachedTokens);
    private readonly TimeProvider _clock;

    /// <summary>Creates the check.</summary>
    /// <exception cref="InvalidOperationException">A key is malformed.</exception>
    public RequestIdentity(IOptions<RestateIdentityOptions> options, TimeProvider clock)
    {
        _keys = [.. options.Value.PublicKeys.Select(IdentityKey.Parse)];
        _clock = clock;
        if (_keys.Length == 0 && options.Value.IsRequired)
        {
            throw new InvalidOperationException(
                "UseRequestIdentity() was called without a key, so every request would be refused. Give it the server's public key, publickeyv1_..., or leave it out.");
        }
    }

    /// <summary>Gets whether requests are checked.</summary>
    public bool IsRequired => _keys.Length > 0;

    /// <summary>Puts the check in front of a handler of requests.</summary>
    public RequestDelegate Protect(RequestDelegate next)
    {
        return IsRequired ? context => InvokeAsync(context, next) : next;
    }

    public bool IsTrusted(string path, StringValues scheme, StringValues token)
    {
        return scheme is ["v1"] && token is [{ Length: <= MaxTokenLength } text] && IsTrusted(SignedPath.Of(path), text);
    }

    private Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (IsTrusted(request.PathBase + request.Path, request.Headers[SchemeHeader], request.Headers[TokenHeader]))
        {
            return next(context);
        }

        // Without a reason: it would help only those who try.
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private bool IsTrusted(string path, string text)
    {
        var now = _clock.GetUtcNow();
        if (_verified.TryGet(text, out var known))
        {
            return known.Allow(path, now);
        }

        // The claims first: they cost little.
        if (IdentityToken.TryParse(text) is not { } token || !token.Claims.Allow(path, now) || !IsSigned(token))
        {
            return false;
        }

        _verified.Add(text, token.Claims, now);
        return true;
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
