using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step without a result.</summary>
internal sealed class RunStepWithoutResult(string name, RunRetryPolicy? policy, Func<RunContext, Task> action) : RunStep(name, policy)
{
    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        await action(context).ConfigureAwait(false);
        return default;
    }
}
