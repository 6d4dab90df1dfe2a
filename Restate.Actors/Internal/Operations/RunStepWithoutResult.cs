using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step without a result.</summary>
internal sealed class RunStepWithoutResult(string name, RunRetryPolicy? policy, Func<RunContext, Task> action) : RunStep(name, policy)
{
    public override async Task<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, IActorSerializer serializer)
    {
        await action(context).ConfigureAwait(false);
        return default;
    }
}
