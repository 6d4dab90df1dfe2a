namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>Something that an endpoint must survive.</summary>
internal interface IAttack
{
    /// <summary>Gets what it is, with its size.</summary>
    string Name { get; }

    /// <summary>Attacks.</summary>
    /// <param name="port">The port of the endpoint.</param>
    /// <param name="peakReached">Called while the endpoint is under the most pressure.</param>
    /// <returns>What happened to the requests.</returns>
    Task<string> RunAsync(int port, Func<Task> peakReached);
}
