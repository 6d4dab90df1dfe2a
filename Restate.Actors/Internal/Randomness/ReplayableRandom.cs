using System.Buffers.Binary;

namespace Restate.Actors.Internal.Randomness;

/// <summary>A <see cref="Random"/> over a <see cref="SeededRandom"/>, for code that asks for the framework's type.</summary>
/// <remarks>
/// Every virtual member is overridden: the base class would draw from a generator of its own. How numbers are mapped to ranges must not
/// change either, for the same reason as the sequence.
/// </remarks>
internal sealed class ReplayableRandom(SeededRandom source) : Random
{
    public override int Next() => Next(int.MaxValue);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)NextBelow((ulong)maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)NextBelow((ulong)((long)maxValue - minValue)));
    }

    public override long NextInt64() => NextInt64(long.MaxValue);

    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)NextBelow((ulong)maxValue);
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked(minValue + (long)NextBelow((ulong)maxValue - (ulong)minValue));
    }

    public override double NextDouble() => source.NextDouble();

    public override float NextSingle() => (source.NextUInt64() >> 40) / (float)(1 << 24);

    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    public override void NextBytes(Span<byte> buffer)
    {
        Span<byte> word = stackalloc byte[sizeof(ulong)];
        while (!buffer.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, source.NextUInt64());
            var count = Math.Min(buffer.Length, word.Length);
            word[..count].CopyTo(buffer);
            buffer = buffer[count..];
        }
    }

    protected override double Sample() => source.NextDouble();

    /// <summary>Draws without bias: the few values that would favour small results are drawn again.</summary>
    private ulong NextBelow(ulong limit)
    {
        if (limit == 0)
        {
            return 0;
        }

        var threshold = unchecked(0 - limit) % limit;
        while (true)
        {
            var high = Math.BigMul(source.NextUInt64(), limit, out var low);
            if (low >= threshold)
            {
                return high;
            }
        }
    }
}
