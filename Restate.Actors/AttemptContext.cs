namespace Restate.Actors;

/// <summary>One attempt, as an <see cref="IAttemptFilter"/> sees it.</summary>
public sealed class AttemptContext
{
    internal AttemptContext(string service, string handler, string key, string invocationId)
    {
        Service = service;
        Handler = handler;
        Key = key;
        InvocationId = invocationId;
    }

    /// <summary>Gets the wire name of the service.</summary>
    public string Service { get; }

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets the text of the key; empty in a basic service.</summary>
    public string Key { get; }

    /// <summary>Gets the invocation's id, <c>inv_...</c>.</summary>
    public string InvocationId { get; }

    /// <summary>Gets how many attempts have failed since the journal last grew, as far as the server tells.</summary>
    public int RetryCount { get; internal init; }

    /// <summary>Gets how many entries of the journal were sent, the input included. More than one means that the handler is replayed.</summary>
    public int JournalEntries { get; internal init; }

    /// <summary>Gets how the attempt has ended.</summary>
    /// <value><see langword="null"/> while it runs.</value>
    public AttemptOutcome? Outcome { get; internal set; }

    /// <summary>Gets the exception that the handler's code threw, for <see cref="AttemptOutcome.Retried"/> and <see cref="AttemptOutcome.Failed"/>.</summary>
    /// <value><see langword="null"/> otherwise, and if it was not the handler's code that failed.</value>
    public Exception? Error { get; internal set; }
}
