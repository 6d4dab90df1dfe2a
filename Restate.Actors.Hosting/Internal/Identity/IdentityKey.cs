namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>A public key of a server that may send requests.</summary>
internal sealed record IdentityKey(string Text, byte[] PublicKey)
{
    private const string Prefix = "publickeyv1_";
    private const int KeyLength = 32;

    // The longest text of 32 bytes.
    private const int MaxLength = 44;

    /// <summary>Reads a key.</summary>
    /// <exception cref="InvalidOperationException">The text is no key.</exception>
    public static IdentityKey Parse(string text)
    {
        var encoded = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;
        var bytes = encoded is { Length: > 0 and <= MaxLength } ? Base58.TryDecode(encoded) : null;
        return bytes is { Length: KeyLength } ? new IdentityKey(text, bytes) : throw new InvalidOperationException(
            $"The request identity key '{text}' is no key: it must be '{Prefix}' and the Base58 text of the 32 bytes of an Ed25519 public key. "
            + "The server prints its key when it starts with RESTATE_REQUEST_IDENTITY_PRIVATE_KEY_PEM_FILE.");
    }
}
