using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step that the handler asked for.</summary>
internal abstract class RunStep(string name, RunRetryPolicy? policy)
{
    public string Name => name;

    public RunRetryPolicy? Policy => policy;

    /// <summary>Executes the closure.</summary>
    /// <returns>Its result in bytes.</returns>
    /// <exception cref="Exception">Whatever the closure throws.</exception>
    public abstract Task<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads);
}
