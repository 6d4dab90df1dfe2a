using System.Buffers;
using System.ComponentModel;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class DecodedValuesTests
{
    private readonly DecodedValues _values = new();
    private readonly CountingFormat _format = new();

    [Fact]
    public void CanHold_OnlyTypesThatSayTheyNeverChange()
    {
        Assert.True(DecodedValues.CanHold<Fixed>());
        Assert.False(DecodedValues.CanHold<Changeable>());
        Assert.False(DecodedValues.CanHold<List<int>>());
        Assert.False(DecodedValues.CanHold<string>());
    }

    [Fact]
    public void GetOrDecode_SameBytes_SameObject()
    {
        var first = Get(1, 2);
        var second = Get(1, 2);

        Assert.Same(first, second);
        Assert.Equal(1, _format.Reads);
    }

    [Fact]
    public void GetOrDecode_OtherBytes_DecodesAgain()
    {
        var first = Get(1, 2);
        var second = Get(1, 3);

        Assert.NotSame(first, second);
        Assert.NotSame(first, Get(1, 2));
        Assert.Equal(3, _format.Reads);
    }

    [Fact]
    public void GetOrDecode_BytesChangeLater_ValueIsThatOfTheOldBytes()
    {
        byte[] bytes = [1, 2];
        _values.GetOrDecode("v", bytes, new PayloadCoder(DefaultSerializer.Create()), _format);
        bytes[0] = 9;

        Get(9, 2);

        Assert.Equal(2, _format.Reads);
    }

    [Fact]
    public void GetOrDecode_AsABaseType_IsDecodedAsThat()
    {
        Get(1, 2);

        var value = _values.GetOrDecode<Base>("v", new byte[] { 1, 2 }, new PayloadCoder(DefaultSerializer.Create()), new BaseFormat());

        Assert.IsType<Base>(value);
    }

    private Fixed Get(params byte[] bytes) => _values.GetOrDecode("v", bytes, new PayloadCoder(DefaultSerializer.Create()), _format);

    [ImmutableObject(true)]
    private record Base;

    [ImmutableObject(true)]
    private sealed record Fixed(int Value) : Base;

    private sealed record Changeable(int Value);

    private sealed class CountingFormat : PayloadFormat<Fixed>
    {
        public int Reads { get; private set; }

        public override PayloadKind Kind => PayloadKind.Value;

        public override void Write(IBufferWriter<byte> output, Fixed value, IActorSerializer serializer) => throw new NotSupportedException();

        public override Fixed Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
        {
            Reads++;
            return new Fixed(payload.Span[0]);
        }
    }

    private sealed class BaseFormat : PayloadFormat<Base>
    {
        public override PayloadKind Kind => PayloadKind.Value;

        public override void Write(IBufferWriter<byte> output, Base value, IActorSerializer serializer) => throw new NotSupportedException();

        public override Base Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer) => new();
    }
}
