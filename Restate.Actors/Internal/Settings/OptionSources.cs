namespace Restate.Actors.Internal.Settings;

/// <summary>Where the options of a host come from, besides the attributes of its actors.</summary>
internal sealed class OptionSources
{
    /// <summary>Gets what the host's code says of all services.</summary>
    public IEnumerable<ActorDefaults> Defaults { get; init; } = [];

    /// <summary>Gets what the host's code says of single ones.</summary>
    public IEnumerable<ActorConfiguration> Configurations { get; init; } = [];

    /// <summary>Gets what configuration says of all services.</summary>
    public OptionsSection? ConfiguredDefaults { get; init; }

    /// <summary>Gets what configuration says of single ones, by wire name without regard to case.</summary>
    public IReadOnlyDictionary<string, OptionsSection> Configured { get; init; } = new Dictionary<string, OptionsSection>();
}
