using Restate.Actors.Internal.Operations;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class StateBufferTests
{
    private readonly StateBuffer _buffer = new();

    [Fact]
    public void TryGet_WhatTheHandlerWrote_HidesWhatIsStored()
    {
        _buffer.Set("a", new byte[] { 1 });
        _buffer.Set("b", new byte[] { 2 });
        _buffer.Clear("b");

        Assert.True(_buffer.TryGet("a", out var set));
        Assert.True(_buffer.TryGet("b", out var cleared));
        Assert.False(_buffer.TryGet("c", out _));
        Assert.Equal([1], set!.Value.ToArray());
        Assert.Null(cleared);
        Assert.Equal(["a", "c"], _buffer.Merge(["b", "c"]));
        Assert.False(_buffer.TryGetNames(out _));
    }

    [Fact]
    public void ClearAll_ForgetsEarlierWritesAndAnswersEverything()
    {
        _buffer.Set("a", new byte[] { 1 });
        _buffer.ClearAll();
        _buffer.Set("z", new byte[] { 2 });

        Assert.True(_buffer.TryGet("a", out var value));
        Assert.Null(value);
        Assert.True(_buffer.TryGetNames(out var names));
        Assert.Equal(["z"], names);
    }
}
