namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Changes bytes without knowing what they mean.</summary>
internal sealed class ByteMutator(int maxLength) : IMutator
{
    private static readonly byte[] Remarkable = [0x00, 0x01, 0x7F, 0x80, 0xFF, 0x0B, 0x0A, 0x12, 0x20, (byte)'"', (byte)'{', (byte)'.'];

    public byte[] Mutate(byte[] input, byte[] other, Random random)
    {
        var result = input.ToList();
        for (var count = 1 + random.Next(4); count > 0; count--)
        {
            Change(result, other, random);
        }

        return [.. result.Take(maxLength)];
    }

    /// <summary>Makes one change.</summary>
    public static void Change(List<byte> bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(4) == 0 ? 64 : 6));
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2 when at < bytes.Count:
                bytes[at] = Remarkable[random.Next(Remarkable.Length)];
                break;
            case 3:
                bytes.Insert(at, Remarkable[random.Next(Remarkable.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 6 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(1 + random.Next(32)));
                break;
            case 7:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var noise = new byte[1 + random.Next(12)];
                random.NextBytes(noise);
                bytes.InsertRange(at, noise);
                break;
        }
    }
}
