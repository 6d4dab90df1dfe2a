namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Signals from one handler to another; the answer is what was heard.</summary>
internal sealed record SpeechOperation(string Id, int Count, int PauseMilliseconds) : Operation(Id)
{
    /// <summary>Gets the values, in the order in which they are sent.</summary>
    public IReadOnlyList<string> Words => [.. Enumerable.Range(0, Count).Select(number => $"{Id}#{number}")];
}
