namespace Restate.Actors.Internal.Activations;

/// <summary>Who holds the gate of a key or waits for it.</summary>
internal interface IGateHolder
{
    /// <summary>Asks to leave as soon as possible.</summary>
    void Stop();
}
