using System.Numerics;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.Identity;

public sealed class Ed25519Tests
{
    /// <summary>Key, message and signature of RFC 8032 §7.1.</summary>
    public static TheoryData<string, string, string> Rfc8032 { get; } = new()
    {
        {
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
    };

    [Theory]
    [MemberData(nameof(Rfc8032))]
    public void Verify_Rfc8032_True(string key, string message, string signature)
    {
        var (keyBytes, messageBytes, signatureBytes) = (Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature));

        Assert.True(Ed25519.Verify(keyBytes, messageBytes, signatureBytes));
        Assert.True(!OpenSslEd25519.IsAvailable || OpenSslEd25519.Verify(keyBytes, messageBytes, signatureBytes));
    }

    [Theory]
    [MemberData(nameof(Rfc8032))]
    public void Verify_OneBitChanged_False(string key, string message, string signature)
    {
        var (keyBytes, messageBytes, signatureBytes) = (Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature));
        foreach (var changed in new[] { keyBytes, messageBytes, signatureBytes })
        {
            for (var bit = 0; bit < changed.Length * 8; bit += 5)
            {
                changed[bit / 8] ^= (byte)(1 << (bit % 8));

                Assert.False(Ed25519.Verify(keyBytes, messageBytes, signatureBytes));
                Assert.False(OpenSslEd25519.IsAvailable && OpenSslEd25519.Verify(keyBytes, messageBytes, signatureBytes));

                changed[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Verify_ManyKeysAndMessages_AgreesWithOpenSsl()
    {
        for (var i = 0; i < 40; i++)
        {
            var signer = Ed25519Signer.Create(i);
            var message = new byte[i * 7];
            new Random(i).NextBytes(message);
            var signature = signer.Sign(message);

            Assert.True(Ed25519.Verify(signer.PublicKey, message, signature));
            Assert.True(!OpenSslEd25519.IsAvailable || OpenSslEd25519.Verify(signer.PublicKey, message, signature));
        }
    }

    [Fact]
    public void Verify_ScalarPlusOrder_False()
    {
        var signer = Ed25519Signer.Create(1);
        var signature = signer.Sign([1, 2, 3]);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", provider: null);
        (new BigInteger(signature.AsSpan(32), isUnsigned: true) + order).TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);

        Assert.False(Ed25519.Verify(signer.PublicKey, [1, 2, 3], signature));
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(31, 64)]
    [InlineData(33, 64)]
    [InlineData(32, 0)]
    [InlineData(32, 63)]
    [InlineData(32, 65)]
    public void Verify_WrongLengths_False(int keyLength, int signatureLength)
    {
        Assert.False(Ed25519.Verify(new byte[keyLength], [], new byte[signatureLength]));
    }

    [Theory]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080")]
    public void Verify_KeyIsNoPoint_False(string key)
    {
        Assert.False(Ed25519.Verify(Convert.FromHexString(key), [], new byte[64]));
    }
}
