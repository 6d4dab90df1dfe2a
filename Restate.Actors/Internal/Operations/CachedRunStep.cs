using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Operations;

/// <summary>A durable step that takes a remembered result in place of its execution.</summary>
internal sealed class CachedRunStep(RunStep step, Type type, TimeSpan maxAge, CachedSteps memory, TimeProvider clock) : RunStep(step.Name, step.Policy)
{
    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        if (memory.TryGet(Name, type, maxAge, clock, out var known))
        {
            return known;
        }

        // The value is as old as the question, not as the answer.
        var since = clock.GetTimestamp();
        var result = await step.ExecuteAsync(context, payloads).ConfigureAwait(false);
        memory.Set(Name, type, result, since);
        return result;
    }
}
