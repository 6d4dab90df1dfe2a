namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>Durations in classes that grow by 26 %: ten for each factor of ten, from 10 microseconds to 1,000 seconds.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class DurationHistogram
{
    private const int ClassesPerDecade = 10;
    private const int Classes = ClassesPerDecade * 8;
    private const double ShortestSeconds = 1e-5;

    private readonly long[] _counts = new long[Classes + 1];

    public long Count { get; private set; }

    public void Add(double seconds)
    {
        var place = seconds <= ShortestSeconds ? 0 : (int)Math.Ceiling(Math.Log10(seconds / ShortestSeconds) * ClassesPerDecade);
        _counts[Math.Min(place, Classes)]++;
        Count++;
    }

    public void Add(DurationHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        Count = 0;
    }

    /// <summary>Gets the upper end of the class in which a share of the durations ends.</summary>
    /// <param name="share">Such as 0.95.</param>
    /// <returns>Seconds, or <see langword="null"/> if there are no durations.</returns>
    public double? Quantile(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        var place = 0;
        while ((seen += _counts[place]) < wanted)
        {
            place++;
        }

        return ShortestSeconds * Math.Pow(10, (double)place / ClassesPerDecade);
    }
}
