using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step with a result.</summary>
internal sealed class RunStep<T>(string name, RunRetryPolicy? policy, PayloadFormat<T> format, Func<RunContext, Task<T>> action) : RunStep(name, policy)
{
    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        return Serialize(await action(context).ConfigureAwait(false), format, payloads);
    }
}
