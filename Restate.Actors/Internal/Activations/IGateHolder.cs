namespace Restate.Actors.Internal.Activations;

/// <summary>Who holds the gate of a key or waits for it.</summary>
internal interface IGateHolder
{
    /// <summary>Asks to leave at the next wait: somebody is behind.</summary>
    void Stop();
}
