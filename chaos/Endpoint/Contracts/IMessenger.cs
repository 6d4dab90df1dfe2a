namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Sends signals, which only a handler can.</summary>
[Actor("Messenger")]
public interface IMessenger : IDurableService
{
    /// <summary>Sends words to an invocation of <see cref="IListener"/>; returns how many.</summary>
    Task<int> Say(SpeechOrder order);
}
