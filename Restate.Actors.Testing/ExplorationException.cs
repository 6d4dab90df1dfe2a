namespace Restate.Actors.Testing;

/// <summary>A scenario has failed under one seed.</summary>
/// <remarks>The inner exception is what the scenario has thrown.</remarks>
public sealed class ExplorationException : Exception
{
    internal ExplorationException(int seed, Exception innerException)
        : base(
            $"""
            The scenario fails with seed {seed}. To run it again as it was: options => options.Seed = {seed}
            {innerException.Message}
            """,
            innerException)
    {
        Seed = seed;
    }

    /// <summary>Gets the seed.</summary>
    public int Seed { get; }
}
