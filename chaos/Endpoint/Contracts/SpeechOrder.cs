namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <param name="Listener">The id of the invocation that listens.</param>
/// <param name="Words">What it is told, in this order.</param>
/// <param name="PauseMilliseconds">How long the speaker waits between two words.</param>
public sealed record SpeechOrder(string Listener, IReadOnlyList<string> Words, int PauseMilliseconds);
