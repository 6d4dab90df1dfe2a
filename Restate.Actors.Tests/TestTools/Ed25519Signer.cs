using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Restate.Actors.Hosting.Internal.Identity;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Signs with Ed25519, as a Restate server does. For tests only: it takes no care of the private key.</summary>
/// <remarks>Source: RFC 8032 §5.1.5 and §5.1.6.</remarks>
public sealed class Ed25519Signer
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", provider: null);

    private readonly byte[] _seed;
    private readonly byte[] _scalar;
    private readonly byte[] _prefix;

    public Ed25519Signer(byte[] seed)
    {
        _seed = seed;
        var hash = SHA512.HashData(seed);
        _scalar = hash[..32];
        _scalar[0] &= 248;
        _scalar[31] = (byte)((_scalar[31] & 63) | 64);
        _prefix = hash[32..];
        PublicKey = MultiplyBase(_scalar);
    }

    public byte[] PublicKey { get; }

    /// <summary>Gets the public key as endpoints are told it.</summary>
    public string KeyText => $"publickeyv1_{EncodeBase58(PublicKey)}";

    /// <summary>Gets the private key as the server is told it.</summary>
    public string Pem => $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String([.. Convert.FromHexString("302e020100300506032b657004220420"), .. _seed])}\n-----END PRIVATE KEY-----\n";

    public static Ed25519Signer Create(int number) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"test key {number}")));

    public byte[] Sign(byte[] message)
    {
        var r = ToScalar(SHA512.HashData([.. _prefix, .. message]));
        var encodedR = MultiplyBase(r);
        var h = ToScalar(SHA512.HashData([.. encodedR, .. PublicKey, .. message]));
        var s = (Number(r) + (Number(h) * Number(_scalar))) % Order;
        return [.. encodedR, .. Bytes(s)];
    }

    /// <summary>Creates a token for a path, as the server sends it.</summary>
    public string CreateToken(string path, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var header = Encode($$"""{"typ":"JWT","alg":"EdDSA","kid":"{{KeyText}}"}""");
        var payload = Encode($$"""{"aud":"{{path}}","exp":{{seconds + 60}},"iat":{{seconds}},"nbf":{{seconds - 60}}}""");
        var signature = Sign(Encoding.ASCII.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static byte[] MultiplyBase(byte[] scalar)
    {
        var encoded = new byte[32];
        EdwardsPoint.MultiplyAndAdd(scalar, EdwardsPoint.Base, new byte[32], EdwardsPoint.Base).Encode(encoded);
        return encoded;
    }

    private static byte[] ToScalar(byte[] digest) => Bytes(Number(digest) % Order);

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static string EncodeBase58(byte[] bytes)
    {
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new StringBuilder();
        for (; number > 0; number /= 58)
        {
            text.Insert(0, Alphabet[(int)(number % 58)]);
        }

        return text.Insert(0, "1", bytes.TakeWhile(value => value == 0).Count()).ToString();
    }
}
