using System.Globalization;

namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>The samples as a table, and whether they are flat.</summary>
internal sealed class SoakReport(IReadOnlyList<Sample> samples)
{
    private IEnumerable<Sample> SecondHalf => samples.Skip(samples.Count / 2);

    /// <summary>Gets the trend of each figure over the second half.</summary>
    public IReadOnlyList<(Figure Figure, Trend Trend)> Trends =>
    [
        .. Figure.All.Select(figure =>
            (figure, Trend.Of([.. SecondHalf.Select(sample => figure.Of(sample.Figures))], Figure.Share, figure.AtLeast))),
    ];

    /// <summary>Renders all samples as comma-separated values.</summary>
    public string ToCsv()
    {
        var header = $"seconds,operations per s,cpu ms,{string.Join(',', Figure.All.Select(static figure => figure.Name))},attempts,active keys,warm keys";
        return string.Join('\n', samples.Select(RowOf).Prepend(header)) + "\n";
    }

    /// <summary>Renders a line for each figure.</summary>
    public string Verdict() => string.Join('\n', Trends.Select(static one => string.Create(
        CultureInfo.InvariantCulture,
        $"{one.Figure.Name,-12} mean {one.Trend.Mean,8:0.0}, growth over the second half {one.Trend.Growth,7:+0.0;-0.0}, allowed {one.Trend.Tolerance,5:0.0}: {(one.Trend.IsFlat ? "flat" : "GROWS")}")));

    private static string RowOf(Sample sample)
    {
        var figures = string.Join(',', Figure.All.Select(figure => figure.Of(sample.Figures).ToString("0.0", CultureInfo.InvariantCulture)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sample.At.TotalSeconds:0},{sample.Rate:0.0},{sample.Figures.CpuMilliseconds},{figures},{sample.Figures.ActiveAttempts},{sample.Figures.ActiveKeys},{sample.Figures.WarmKeys}");
    }
}
