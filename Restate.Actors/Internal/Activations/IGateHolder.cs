namespace Restate.Actors.Internal.Activations;

/// <summary>Who holds the gate of a key or waits for it.</summary>
internal interface IGateHolder
{
    /// <summary>Asks to leave at the next wait: somebody is behind.</summary>
    void Stop();

    /// <summary>Learns how long it has waited for the gate. Not called if the gate was free.</summary>
    void Waited(TimeSpan time);
}
