using System.Buffers;
using System.Security.Cryptography;
using Docs;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Payloads;

public sealed class PayloadTransformsTests
{
    private static readonly Dictionary<string, byte[]> Keys = new() { ["k"] = new byte[32] };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Encode_Decode_IsTheSamePayload(int length)
    {
        var transforms = Create();
        var payload = Enumerable.Range(0, length).Select(index => (byte)(index % 7)).ToArray();

        var encoded = Encode(transforms, payload);

        Assert.True(PayloadTransforms.IsMarked(encoded));
        Assert.Equal(payload, transforms.Decode(encoded, PayloadRoles.State).ToArray());
        Assert.True(encoded.Length < length + 64);
    }

    [Fact]
    public void HoldSame_TwoEncryptionsOfOnePayload_AreTheSame()
    {
        var transforms = Create();
        var first = Encode(transforms, [1, 2, 3]);
        var second = Encode(transforms, [1, 2, 3]);

        Assert.NotEqual(first, second);
        Assert.True(transforms.HoldSame(first, second));
        Assert.True(transforms.HoldSame(new byte[] { 1, 2, 3 }, second));
        Assert.False(transforms.HoldSame(first, Encode(transforms, [1, 2, 4])));
    }

    [Fact]
    public void Decode_Plain_IsReadUnlessItIsRequired()
    {
        var strict = Create(new PayloadTransformOptions { Required = PayloadRoles.State });

        Assert.Equal([7], Create().Decode(new byte[] { 7 }, PayloadRoles.State).ToArray());
        Assert.Equal([7], strict.Decode(new byte[] { 7 }, PayloadRoles.Step).ToArray());
        Assert.True(strict.Decode(default, PayloadRoles.State).IsEmpty);
        Assert.Throws<InvalidDataException>(() => strict.Decode(new byte[] { 7 }, PayloadRoles.State));
    }

    [Fact]
    public void Decode_ChangedBytes_IsAnError()
    {
        var transforms = Create();
        var encoded = Encode(transforms, [1, 2, 3]);
        encoded[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => transforms.Decode(encoded, PayloadRoles.State));
    }

    [Fact]
    public void ResultFor_DependsOnHowTheInputCame()
    {
        var transforms = Create();
        var announced = new InputCommand([new Header("X-Actor-Payloads", "encoded")], default);

        Assert.Equal(PayloadRoles.Result, transforms.ResultFor(new InputCommand([], Encode(transforms, [1]))));
        Assert.Equal(PayloadRoles.Result, transforms.ResultFor(announced));
        Assert.Equal(PayloadRoles.None, transforms.ResultFor(new InputCommand([], new byte[] { 1 })));
        Assert.Equal(PayloadRoles.Result, Create(new PayloadTransformOptions { Required = PayloadRoles.Result }).ResultFor(new InputCommand([], default)));
    }

    [Fact]
    public void InputOf_PlainService_IsNotEncoded()
    {
        var transforms = Create(new PayloadTransformOptions { PlainServices = { "Other" } });

        Assert.False(transforms.Applies(transforms.InputOf("Other")));
        Assert.False(transforms.AnnouncesItself("Other"));
        Assert.True(transforms.Applies(transforms.InputOf("Own")));
        Assert.True(transforms.AnnouncesItself("Own"));
    }

    private static PayloadTransforms Create(PayloadTransformOptions? options = null)
    {
        return new PayloadTransforms([new BrotliTransform(), new AesGcmTransform(Keys, "k")], options ?? new PayloadTransformOptions());
    }

    private static byte[] Encode(PayloadTransforms transforms, byte[] payload)
    {
        var output = new ArrayBufferWriter<byte>();
        transforms.Encode(payload, output);
        return output.WrittenSpan.ToArray();
    }
}
