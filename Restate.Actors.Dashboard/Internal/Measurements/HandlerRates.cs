namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>Attempts of one handler in this process. All but <see cref="Total"/> are of the last minute.</summary>
internal sealed record HandlerRates
{
    /// <summary>Gets all attempts since the dashboard was mapped.</summary>
    public long Total { get; init; }

    public long Completed { get; init; }

    public long Failed { get; init; }

    public long Suspended { get; init; }

    public long Retried { get; init; }

    public long Aborted { get; init; }

    /// <summary>Gets the duration that half of the attempts did not exceed.</summary>
    public double? MedianSeconds { get; init; }

    /// <summary>Gets the duration that 95 % of the attempts did not exceed.</summary>
    public double? SlowSeconds { get; init; }
}
