using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Restate.Actors;

namespace Docs;

// snippet: aes-gcm
/// <summary>Encrypts payloads with AES-GCM. Each payload names its key, so keys can be rotated.</summary>
/// <param name="keys">All keys that stored payloads may need, by short names: 16 or 32 bytes each.</param>
/// <param name="current">The name of the key for new payloads.</param>
public sealed class AesGcmTransform(IReadOnlyDictionary<string, byte[]> keys, string current) : IPayloadTransform
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public void Encode(ReadOnlySpan<byte> payload, IBufferWriter<byte> output)
    {
        // length of the key's name, name, nonce, tag, encrypted bytes
        var name = Encoding.UTF8.GetBytes(current);
        var length = 1 + name.Length + NonceBytes + TagBytes + payload.Length;
        var encoded = output.GetSpan(length)[..length];
        encoded[0] = (byte)name.Length;
        name.CopyTo(encoded[1..]);
        var nonce = encoded.Slice(1 + name.Length, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var tag = encoded.Slice(1 + name.Length + NonceBytes, TagBytes);
        using var aes = new AesGcm(KeyOf(current), TagBytes);
        aes.Encrypt(nonce, payload, encoded[(1 + name.Length + NonceBytes + TagBytes)..], tag, associatedData: name);
        output.Advance(length);
    }

    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> encoded)
    {
        var bytes = encoded.Span;
        if (bytes.Length == 0 || bytes.Length < 1 + bytes[0] + NonceBytes + TagBytes)
        {
            throw new CryptographicException("The encrypted payload is cut off.");
        }

        var name = bytes.Slice(1, bytes[0]);
        var rest = bytes[(1 + name.Length)..];
        var plain = new byte[rest.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyOf(Encoding.UTF8.GetString(name)), TagBytes);
        aes.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), plain, associatedData: name);
        return plain;
    }

    // A key that is missing here may come with the next deployment: the invocation must wait for it, not fail.
    private byte[] KeyOf(string name) => keys.TryGetValue(name, out var key) ? key : throw new PayloadUnavailableException($"The key '{name}' of a payload is not here.");
}
// end
