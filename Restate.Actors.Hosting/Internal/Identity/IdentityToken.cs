using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>A token whose form is right; whether its signature is, remains to be seen.</summary>
/// <param name="KeyText">The key that the token says it is signed with, or <see langword="null"/>.</param>
/// <param name="Claims">What it says.</param>
/// <param name="SignedBytes">What is signed.</param>
/// <param name="Signature">The signature.</param>
internal sealed record IdentityToken(string? KeyText, IdentityClaims Claims, byte[] SignedBytes, byte[] Signature)
{
    /// <summary>Reads a token in the compact form of JWT.</summary>
    /// <returns>The token, or <see langword="null"/> if it is malformed or of another kind.</returns>
    public static IdentityToken? TryParse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            if (!header.RootElement.GetProperty("alg").ValueEquals("EdDSA") || IdentityClaims.TryRead(payload.RootElement) is not { } claims)
            {
                return null;
            }

            var key = header.RootElement.TryGetProperty("kid", out var kid) ? kid.GetString() : null;
            var signed = Encoding.ASCII.GetBytes(text[..(parts[0].Length + 1 + parts[1].Length)]);
            var signature = Base64Url.DecodeFromChars(parts[2]);

            // The decoder lets white space, padding and unused bits pass. The server writes none, and a token has one form only.
            return Base64Url.EncodeToString(signature) == parts[2] ? new IdentityToken(key, claims, signed, signature) : null;
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
