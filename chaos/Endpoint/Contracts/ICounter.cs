namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Keeps each mark that it was given, in order, with repetitions.</summary>
[Actor("Counter")]
public interface ICounter : IVirtualObject
{
    [Exclusive]
    Task<int> Add(string mark);

    /// <summary>Shows that the key is free.</summary>
    [Exclusive]
    Task<int> Touch();

    [Shared]
    Task<IReadOnlyList<string>> Read();
}
