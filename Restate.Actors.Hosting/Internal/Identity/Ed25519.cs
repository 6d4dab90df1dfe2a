using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;

namespace Restate.Actors.Hosting.Internal.Identity;

/// <summary>Verifies Ed25519 signatures, which .NET does not.</summary>
/// <remarks>
/// Everything here is public, so nothing is done in constant time. Source: RFC 8032 §5.1.7, without multiplying by the cofactor, as OpenSSL does.
/// </remarks>
internal static class Ed25519
{
    private const int SignatureLength = 64;

    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", provider: null);

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength || !TryReadScalar(signature[32..], out var s) || !EdwardsPoint.TryDecode(publicKey, out var key))
        {
            return false;
        }

        var hash = HashToScalar(signature[..32], publicKey, message);
        var expected = EdwardsPoint.MultiplyAndAdd(s, EdwardsPoint.Base, hash, key.Negate());
        Span<byte> encoded = stackalloc byte[32];
        expected.Encode(encoded);
        return encoded.SequenceEqual(signature[..32]);
    }

    private static bool TryReadScalar(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out byte[]? scalar)
    {
        // A signature with a larger scalar would be valid too, under another text.
        scalar = new BigInteger(bytes, isUnsigned: true) < Order ? bytes.ToArray() : null;
        return scalar is not null;
    }

    private static byte[] HashToScalar(ReadOnlySpan<byte> r, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[SHA512.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(r);
        hash.AppendData(publicKey);
        hash.AppendData(message);
        hash.GetHashAndReset(digest);

        var scalar = new byte[32];
        (new BigInteger(digest, isUnsigned: true) % Order).TryWriteBytes(scalar, out _, isUnsigned: true);
        return scalar;
    }
}
