namespace Restate.Actors.Benchmarks.Driver.Reports;

/// <summary>Figures that stand for many.</summary>
internal static class Statistics
{
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }

    /// <summary>Gets the value that a share of all, such as 0.99, is at or below.</summary>
    public static double At(this IReadOnlyList<double> sorted, double share) => sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)];
}
