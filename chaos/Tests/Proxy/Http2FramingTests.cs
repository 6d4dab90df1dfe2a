using System.Buffers;
using Restate.Actors.Chaos.Driver.Abuse;
using Restate.Actors.Chaos.Driver.Proxy;
using Xunit;

namespace Restate.Actors.Chaos.Tests.Proxy;

public sealed class Http2FramingTests
{
    [Fact]
    public void FirstUnit_ClientSide_PrefaceThenFrames()
    {
        var framing = new Http2Framing(isClientSide: true);
        var bytes = new ReadOnlySequence<byte>([.. Http2Bytes.Preface, .. Http2Bytes.Data(3, [1, 2])]);

        Assert.Equal("the preface", framing.Describe(bytes));
        Assert.Equal(24, framing.FirstUnit(bytes));
        framing.Advance();
        Assert.Equal(9, framing.FirstUnit(bytes.Slice(24)));
        Assert.Equal("SETTINGS of stream 0, 0 bytes", framing.Describe(bytes.Slice(24)));
        Assert.Equal(11, framing.FirstUnit(bytes.Slice(33)));
        Assert.Equal("DATA of stream 3, 2 bytes", framing.Describe(bytes.Slice(33)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(10)]
    public void FirstUnit_FrameIsNotComplete_IsNone(int length)
    {
        var framing = new Http2Framing(isClientSide: false);

        Assert.Null(framing.FirstUnit(new ReadOnlySequence<byte>(Http2Bytes.Data(3, [1, 2]), 0, length)));
    }
}
