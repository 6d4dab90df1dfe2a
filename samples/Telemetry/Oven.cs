namespace TelemetrySample;

/// <summary>Something outside that fails: the fuse blows the first time.</summary>
public sealed class Oven
{
    private int _heatings;

    /// <summary>Gets how many times somebody has tried to heat it.</summary>
    public int Heatings => _heatings;

    public Task Heat() => Interlocked.Increment(ref _heatings) == 1
        ? throw new InvalidOperationException("the fuse is blown")
        : Task.CompletedTask;
}
