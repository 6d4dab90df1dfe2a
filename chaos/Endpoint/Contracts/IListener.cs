namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Waits for signals.</summary>
[Actor("Listener")]
public interface IListener : IVirtualObject
{
    static readonly SignalName<string> Word = new("word");

    /// <summary>Waits for words, one after the other, and returns them joined by spaces.</summary>
    [Exclusive]
    Task<string> Listen(int words);
}
