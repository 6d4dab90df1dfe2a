using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Changes streams of frames: their order, their headers, the fields in their payloads; now and then bytes without regard to any of it.</summary>
/// <param name="fixedLength">How many bytes in front say how the stream is sent.</param>
/// <param name="maxLength">How long an input may become.</param>
internal sealed class FrameMutator(int fixedLength, int maxLength) : IMutator
{
    private static readonly uint[] Lengths = [0, 1, 7, 0x7F, 0x80, 0xFFFF, 0x10000, 1 << 20, (64 << 20) - 1, 64 << 20, (64 << 20) + 1, int.MaxValue, 0x80000000, uint.MaxValue];
    private static readonly ushort[] Types = [.. Enum.GetValues<MessageType>().Select(type => (ushort)type)];

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        var head = input.Take(fixedLength).ToArray();
        foreach (ref var value in head.AsSpan())
        {
            value = random.Next(5) == 0 ? (byte)random.Next(256) : value;
        }

        var frames = RawFrame.Split(input.AsSpan(Math.Min(fixedLength, input.Length)));
        for (var count = 1 + random.Next(3); count > 0; count--)
        {
            Change(frames, other, random);
        }

        var body = RawFrame.Join(frames).ToList();
        if (random.Next(8) == 0)
        {
            ByteMutator.Change(body, other, random);
        }

        return [.. head, .. body.Take(maxLength)];
    }

    private void Change(List<RawFrame> frames, byte[] other, Random random)
    {
        if (frames.Count == 0)
        {
            frames.AddRange(RawFrame.Split(other.AsSpan(Math.Min(fixedLength, other.Length))));
            return;
        }

        var at = random.Next(frames.Count);
        var frame = frames[at];
        switch (random.Next(11))
        {
            case 0:
                frames.RemoveAt(at);
                break;
            case 1:
                frames.Insert(random.Next(frames.Count + 1), frame);
                break;
            case 2:
                var to = random.Next(frames.Count);
                (frames[at], frames[to]) = (frames[to], frames[at]);
                break;
            case 3:
                frames[at] = frame with { Type = random.Next(4) == 0 ? (ushort)random.Next(ushort.MaxValue + 1) : Types[random.Next(Types.Length)] };
                break;
            case 4:
                frames[at] = frame with { Length = Lengths[random.Next(Lengths.Length)] };
                break;
            case 5:
                var theirs = RawFrame.Split(other.AsSpan(Math.Min(fixedLength, other.Length)));
                if (theirs.Count > 0)
                {
                    frames.Insert(random.Next(frames.Count + 1), theirs[random.Next(theirs.Count)]);
                }

                break;
            case 6:
                frames[at] = frame with { Flags = (ushort)random.Next(ushort.MaxValue + 1) };
                break;
            case 7:
                frames.RemoveRange(at, frames.Count - at);
                break;
            case 8:
                var bytes = frame.Payload.ToList();
                ByteMutator.Change(bytes, other, random);
                frames[at] = new RawFrame(frame.MessageType, [.. bytes]);
                break;
            default:
                frames[at] = new RawFrame(frame.MessageType, FieldMutator.Mutate(frame.Payload, random, depth: 0));
                break;
        }
    }
}
