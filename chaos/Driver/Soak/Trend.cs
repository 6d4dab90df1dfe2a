namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>Whether a figure grows: the straight line that fits its values best.</summary>
/// <param name="Mean">The mean of the values.</param>
/// <param name="Growth">By how much the line grows from the first value to the last.</param>
/// <param name="Tolerance">What it may grow.</param>
internal sealed record Trend(double Mean, double Growth, double Tolerance)
{
    /// <summary>Gets whether the figure does not grow by more than it may.</summary>
    public bool IsFlat => Growth <= Tolerance;

    /// <summary>Fits the line.</summary>
    /// <param name="values">Values at equal intervals.</param>
    /// <param name="share">What the figure may grow by, as a part of its mean.</param>
    /// <param name="atLeast">What it may grow by in any case.</param>
    public static Trend Of(IReadOnlyList<double> values, double share, double atLeast)
    {
        if (values.Count < 2)
        {
            return new Trend(values.Sum(), 0, atLeast);
        }

        var mean = values.Average();
        var middle = (values.Count - 1) / 2.0;
        var slope = values.Select((value, index) => (index - middle) * (value - mean)).Sum()
            / Enumerable.Range(0, values.Count).Sum(index => (index - middle) * (index - middle));
        return new Trend(mean, slope * (values.Count - 1), Math.Max(mean * share, atLeast));
    }
}
