using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step whose closure returns its result and no task.</summary>
internal sealed class ImmediateRunStep<T>(string name, RunRetryPolicy? policy, PayloadFormat<T> format, Func<RunContext, T> action) : RunStep(name, policy)
{
    public override ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        return new(Serialize(action(context), format, payloads));
    }
}
