namespace Restate.Actors.Testing;

/// <summary>How <see cref="ActorTestHost.ExploreAsync"/> tries a scenario.</summary>
public sealed class ExplorationOptions
{
    /// <summary>Gets or sets how many seeds are tried.</summary>
    /// <value>The default is 100. At least 1.</value>
    public int Seeds { get; set; } = 100;

    /// <summary>Gets or sets the first of them.</summary>
    /// <value>The default is 1; the others follow it.</value>
    public int FirstSeed { get; set; } = 1;

    /// <summary>Gets or sets the only seed to try: that of a failure, to see it again.</summary>
    /// <value>The default is <see langword="null"/>: all seeds.</value>
    public int? Seed { get; set; }

    /// <summary>Gets or sets what changes the host of each seed, such as its faults. The host's own seed is set by the exploration.</summary>
    public Action<ActorTestOptions>? Host { get; set; }

    internal IEnumerable<int> Chosen => Seed is { } only ? [only] : Enumerable.Range(FirstSeed, Seeds);
}
