namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Awakeables and signals.</summary>
public interface IMailbox : IDurableService
{
    /// <summary>Creates an awakeable, publishes its id and waits for it.</summary>
    Task<Letter> ReceiveAsync(string topic);

    /// <summary>Creates several and returns the values in the order of creation.</summary>
    Task<IReadOnlyList<string>> ReceiveManyAsync(string topic, int count);

    Task<string> TryReceiveAsync(string topic);

    Task<string> ReceiveWithLimitAsync(string topic, int milliseconds);

    Task<string?> ReceiveMaybeAsync(string topic);

    Task AnswerAsync(string awakeableId, Letter letter);

    Task RefuseAsync(string awakeableId, string reason);

    Task<string> WaitForSignalAsync(string topic, string name);

    /// <summary>Receives as many signals of one name as asked for.</summary>
    Task<IReadOnlyList<string>> ReceiveSignalsAsync(string topic, string name, int count);

    Task SignalAsync(string invocationId, string name, string value);

    Task RejectSignalAsync(string invocationId, string name, string reason);
}
