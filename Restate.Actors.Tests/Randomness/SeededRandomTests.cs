using System.Globalization;
using System.Text.Json;
using Restate.Actors.Internal.Randomness;
using Restate.Actors.Tests.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Randomness;

public sealed class SeededRandomTests
{
    public static TheoryData<string> Seeds() =>
        [.. VectorMessage.Load("random.json").GetProperty("cases").EnumerateArray().Select(item => item.GetProperty("seed").GetString()!)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextUInt64_VectorSeed_SameNumbers(string seed)
    {
        var random = Create(seed, out var vector);

        Assert.All(
            vector.GetProperty("first_u64").EnumerateArray(),
            expected => Assert.Equal(ulong.Parse(expected.GetString()!, CultureInfo.InvariantCulture), random.NextUInt64()));
    }

    [Theory]
    [Capability("Timers, time, randomness", "Seeded random, UUID")]
    [MemberData(nameof(Seeds))]
    public void NewGuidThenNextDouble_VectorSeed_SameValues(string seed)
    {
        var random = Create(seed, out var vector);
        var expected = vector.GetProperty("uuid_then_double");

        Assert.Equal(expected[0].GetString(), random.NewGuid().ToString());
        Assert.Equal(expected[1].GetDouble(), random.NextDouble());
    }

    [Fact]
    public void DeriveSeed_InvocationId_FirstBytesOfItsHash() =>
        Assert.Equal(0xBA7816BF8F01CFEAUL, SeededRandom.DeriveSeed("abc"u8));

    [Fact]
    public void ReplayableRandom_SameSeed_SameValuesFromEveryMember()
    {
        Assert.Equal(DrawAll(new ReplayableRandom(new SeededRandom(7))), DrawAll(new ReplayableRandom(new SeededRandom(7))));
        Assert.NotEqual(DrawAll(new ReplayableRandom(new SeededRandom(7))), DrawAll(new ReplayableRandom(new SeededRandom(8))));
    }

    [Fact]
    public void ReplayableRandom_Ranges_Held()
    {
        var random = new ReplayableRandom(new SeededRandom(3));
        for (var i = 0; i < 2000; i++)
        {
            Assert.InRange(random.Next(), 0, int.MaxValue - 1);
            Assert.InRange(random.Next(3), 0, 2);
            Assert.InRange(random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
            Assert.InRange(random.Next(-5, -3), -5, -4);
            Assert.InRange(random.NextInt64(), 0, long.MaxValue - 1);
            Assert.InRange(random.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
            Assert.InRange(random.NextInt64(-2, 0), -2, -1);
            Assert.InRange(random.NextSingle(), 0f, 0.99999997f);
            Assert.InRange(random.NextDouble(), 0d, 0.9999999999999999);
        }

        Assert.Equal(0, random.Next(0));
        Assert.Equal(4, random.Next(4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(2, 1));
    }

    [Fact]
    public void ReplayableRandom_SmallRange_EveryValueAboutAsOften()
    {
        var random = new ReplayableRandom(new SeededRandom(5));
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
        {
            counts[random.Next(6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    private static SeededRandom Create(string seed, out JsonElement vector)
    {
        vector = VectorMessage.Load("random.json").GetProperty("cases").EnumerateArray()
            .Single(item => item.GetProperty("seed").GetString() == seed);
        return new SeededRandom(ulong.Parse(seed, CultureInfo.InvariantCulture));
    }

    private static List<object> DrawAll(Random random)
    {
        var bytes = new byte[13];
        random.NextBytes(bytes);
        var more = new byte[5];
        random.NextBytes(more.AsSpan());
        var shuffled = Enumerable.Range(0, 20).ToArray();
        random.Shuffle(shuffled);
        return
        [
            Convert.ToHexString(bytes), Convert.ToHexString(more), string.Join(',', shuffled), string.Join(',', random.GetItems([1, 2, 3, 4, 5], 10)),
            random.Next(), random.Next(10), random.Next(-10, 10), random.NextInt64(), random.NextInt64(10), random.NextInt64(-10, 10),
            random.NextSingle(), random.NextDouble(),
        ];
    }
}
