using System.Buffers;
using System.Globalization;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

public sealed class FrameReaderTests
{
    private const int Limit = 64 * 1024 * 1024;

    private static readonly byte[] ThreeFrames = Convert.FromHexString(
        "000000000000001a0a18000102030405060708090a0b0c0d0e0f1011121314151617"
        + "0003000000000000"
        + "040000000000000972070a052241646122");

    public static TheoryData<string> FramingCases() =>
        [.. VectorMessage.Load("framing.json").GetProperty("cases").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(FramingCases))]
    public void TryRead_FramingVector_AsStated(string name)
    {
        var vector = VectorMessage.Load("framing.json").GetProperty("cases").EnumerateArray()
            .Single(item => item.GetProperty("name").GetString() == name);
        var source = vector.TryGetProperty("chunks", out var parts) ? parts : vector.GetProperty("hex");
        var chunks = source.ValueKind == System.Text.Json.JsonValueKind.Array
            ? source.EnumerateArray().Select(part => Convert.FromHexString(part.GetString()!)).ToList()
            : [Convert.FromHexString(source.GetString()!)];

        if (vector.TryGetProperty("error", out _))
        {
            var error = Assert.Throws<ProtocolException>(() => ReadAll(new FrameReader(Limit), chunks));

            Assert.Equal(ErrorCodes.Internal, error.Code);
            Assert.Equal("A received message has the unknown type 0x0009.", error.Message);
            return;
        }

        var frames = ReadAll(new FrameReader(Limit), chunks);

        if (vector.TryGetProperty("messages", out var messages))
        {
            var expected = messages.EnumerateArray().Select(message => (
                (MessageType)Hex(message.GetProperty("type_id").GetString()!),
                Hex(message.GetProperty("flags").GetString()!),
                message.GetProperty("length").GetInt32()));
            Assert.Equal(expected, frames.Select(frame => (frame.Type, frame.Flags, frame.Payload.Length)));
        }
        else
        {
            Assert.Equal(chunks.Sum(chunk => chunk.Length), frames.Sum(frame => FrameHeader.Size + frame.Payload.Length));
        }
    }

    [Fact]
    public void TryRead_UnknownFieldOfFramingVector_Skipped()
    {
        var frame = Assert.Single(ReadAll(new FrameReader(Limit), [Convert.FromHexString("800c00000000000708012200a00601")]));

        var notification = Notification.Read(frame.Type, frame.Payload);

        Assert.Equal(NotificationId.Completion(1), notification.Id);
        Assert.Equal(NotificationResultKind.Void, notification.Result.Kind);
    }

    [Theory]
    [InlineData("0a020102120101")]
    [InlineData("080108021001")]
    public void ReadPackedUInt32_PackedAndUnpackedOfFramingVector_SameNumbers(string hex)
    {
        var reader = new ProtobufReader(Convert.FromHexString(hex));
        List<uint> completions = [];
        List<uint> signals = [];

        while (reader.TryReadTag(out var tag))
        {
            var target = tag >> 3 == 1 ? completions : signals;
            if ((tag & 7) == WireType.Length)
            {
                reader.ReadPackedUInt32(target);
            }
            else
            {
                target.Add(reader.ReadUInt32());
            }
        }

        Assert.Equal([1u, 2u], completions);
        Assert.Equal([1u], signals);
    }

    [Fact]
    public void TryRead_OneByteAtATime_SameFrames()
    {
        var frames = ReadAll(new FrameReader(Limit), ThreeFrames.Select(value => new[] { value }));

        AssertThreeFrames(frames);
    }

    [Fact]
    public void TryRead_SplitAtEveryPairOfPositions_SameFrames()
    {
        for (var first = 0; first <= ThreeFrames.Length; first++)
        {
            for (var second = first; second <= ThreeFrames.Length; second++)
            {
                AssertThreeFrames(ReadAll(new FrameReader(Limit), [ThreeFrames[..first], ThreeFrames[first..second], ThreeFrames[second..]]));
            }
        }
    }

    [Fact]
    public void TryRead_BufferOfManySegments_SameFrames()
    {
        var buffer = Sequence(ThreeFrames.Select(value => new[] { value }));
        var reader = new FrameReader(Limit);
        List<Frame> frames = [];

        while (reader.TryRead(ref buffer, out var frame))
        {
            frames.Add(frame);
        }

        AssertThreeFrames(frames);
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void TryRead_UnfinishedFrame_TakesItsBytesAndSaysSo()
    {
        var reader = new FrameReader(Limit);
        Assert.False(reader.IsInsideFrame);

        foreach (var end in new[] { 3, 8, 20 })
        {
            var part = new ReadOnlySequence<byte>(ThreeFrames[(end == 3 ? 0 : end == 8 ? 3 : 8)..end]);

            Assert.False(reader.TryRead(ref part, out _));
            Assert.True(part.IsEmpty);
            Assert.True(reader.IsInsideFrame);
        }

        var rest = new ReadOnlySequence<byte>(ThreeFrames[20..34]);
        Assert.True(reader.TryRead(ref rest, out var frame));
        Assert.Equal(ThreeFrames[8..34], frame.Payload.ToArray());
        Assert.False(reader.IsInsideFrame);
    }

    [Fact]
    public void TryRead_EarlierPayloads_StayValid()
    {
        var random = new Random(1);
        var reader = new FrameReader(Limit);
        List<(byte[] Sent, Frame Received)> all = [];
        for (var i = 0; i < 2000; i++)
        {
            var payload = new byte[random.Next(3) == 0 ? random.Next(6000) : random.Next(60)];
            random.NextBytes(payload);
            var bytes = Message(MessageType.SleepCompletion, payload);
            var split = random.Next(bytes.Length + 1);
            var frame = Assert.Single(ReadAll(reader, [bytes[..split], bytes[split..]]));
            all.Add((payload, frame));
            Array.Clear(bytes);
        }

        Assert.All(all, pair => Assert.True(pair.Sent.AsSpan().SequenceEqual(pair.Received.Payload.Span)));
    }

    [Theory]
    [InlineData(1 << 20, 1000)]
    [InlineData(1 << 20, 65536)]
    [InlineData((1 << 20) + 1, 7)]
    public void TryRead_LargePayloadInSmallPieces_Whole(int length, int piece)
    {
        var payload = new byte[length];
        new Random(2).NextBytes(payload);
        var bytes = Message(MessageType.InputCommand, payload);
        byte[] following = [.. bytes, .. Message(MessageType.End, [])];

        var frames = ReadAll(new FrameReader(Limit), following.Chunk(piece));

        Assert.Equal([MessageType.InputCommand, MessageType.End], frames.Select(frame => frame.Type));
        Assert.True(payload.AsSpan().SequenceEqual(frames[0].Payload.Span));
    }

    [Fact]
    public void TryRead_LargeLengthOfWhichLittleArrives_MemoryFollowsTheBytes()
    {
        var header = new byte[FrameHeader.Size];
        new FrameHeader(MessageType.InputCommand, 0, Limit).Write(header);
        var buffer = Sequence([header, new byte[100]]);
        var reader = new FrameReader(Limit);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var isRead = reader.TryRead(ref buffer, out _);

        Assert.False(isRead);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024);
    }

    [Fact]
    public void TryRead_LengthOverTheLimit_RefusedAtTheHeader()
    {
        var header = new byte[FrameHeader.Size];
        new FrameHeader(MessageType.InputCommand, 0, 1001).Write(header);

        var error = Assert.Throws<ProtocolException>(() => ReadAll(new FrameReader(1000), [header]));

        Assert.Equal(ErrorCodes.Internal, error.Code);
        Assert.Equal("The received InputCommand message has 1001 bytes; the limit is 1000 bytes.", error.Message);
    }

    [Fact]
    public void TryRead_LengthBeyondThirtyOneBits_Refused()
    {
        var header = new byte[FrameHeader.Size];
        new FrameHeader(MessageType.InputCommand, 0, uint.MaxValue).Write(header);

        var error = Assert.Throws<ProtocolException>(() => ReadAll(new FrameReader(int.MaxValue), [header]));

        Assert.Equal(ErrorCodes.Internal, error.Code);
    }

    [Fact]
    public void TryRead_PayloadAtTheLimit_Accepted()
    {
        var frame = Assert.Single(ReadAll(new FrameReader(1000), [Message(MessageType.InputCommand, new byte[1000])]));

        Assert.Equal(1000, frame.Payload.Length);
    }

    [Fact]
    public void TryRead_EveryTypeId_OnlyKnownOnesPass()
    {
        for (var id = 0; id <= ushort.MaxValue; id++)
        {
            var bytes = Message((MessageType)id, []);
            if (Enum.IsDefined((MessageType)id))
            {
                Assert.Single(ReadAll(new FrameReader(Limit), [bytes]));
            }
            else
            {
                Assert.Throws<ProtocolException>(() => ReadAll(new FrameReader(Limit), [bytes]));
            }
        }
    }

    private static ushort Hex(string text) => ushort.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static void AssertThreeFrames(List<Frame> frames)
    {
        Assert.Equal([MessageType.Start, MessageType.End, MessageType.InputCommand], frames.Select(frame => frame.Type));
        Assert.True(ThreeFrames.AsSpan(8, 26).SequenceEqual(frames[0].Payload.Span));
        Assert.True(frames[1].Payload.IsEmpty);
        Assert.True(ThreeFrames.AsSpan(50, 9).SequenceEqual(frames[2].Payload.Span));
    }

    private static List<Frame> ReadAll(FrameReader reader, IEnumerable<byte[]> chunks)
    {
        List<Frame> frames = [];
        foreach (var chunk in chunks)
        {
            var buffer = new ReadOnlySequence<byte>(chunk);
            while (reader.TryRead(ref buffer, out var frame))
            {
                frames.Add(frame);
            }

            Assert.True(buffer.IsEmpty);
        }

        Assert.False(reader.IsInsideFrame);
        return frames;
    }

    private static byte[] Message(MessageType type, byte[] payload)
    {
        var bytes = new byte[FrameHeader.Size + payload.Length];
        new FrameHeader(type, 0, (uint)payload.Length).Write(bytes);
        payload.CopyTo(bytes, FrameHeader.Size);
        return bytes;
    }

    private static ReadOnlySequence<byte> Sequence(IEnumerable<byte[]> chunks)
    {
        Segment? first = null, last = null;
        foreach (var chunk in chunks)
        {
            last = new Segment(chunk, last);
            first ??= last;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
