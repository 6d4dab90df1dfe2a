namespace Agent;

/// <summary>Something outside that a model can ask.</summary>
public interface ITool
{
    string Name { get; }

    /// <param name="argument">What the model asks.</param>
    /// <param name="idempotencyKey">The same each time that one question is asked again, after a crash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string> Ask(string argument, string idempotencyKey, CancellationToken cancellationToken);
}
