namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Something that is wrong.</summary>
/// <param name="Check">Which check says so.</param>
/// <param name="What">What is wrong, with the ids.</param>
internal sealed record Finding(string Check, string What);
