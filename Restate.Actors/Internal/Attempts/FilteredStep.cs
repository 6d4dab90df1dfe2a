using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Attempts;

/// <summary>A durable step with filters around its execution.</summary>
internal sealed class FilteredStep(RunStep step, Invocation invocation, IReadOnlyList<IRunFilter> filters) : RunStep(step.Name, step.Policy)
{
    // Not of the invocation later: the step may outlive its attempt.
    private readonly InvocationSettings _settings = invocation.Settings;
    private readonly string _key = invocation.Start.Key;

    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(RunContext context, PayloadCoder payloads)
    {
        ReadOnlyMemory<byte>? result = null;
        var seen = new RunFilterContext(_settings.Contract.Name, _settings.Handler.Name, _key, Name, context);
        var chain = new FilterChain<IRunFilter>(filters, (filter, next) => filter.InvokeAsync(seen, next), async () =>
            result = await step.ExecuteAsync(context, payloads).ConfigureAwait(false));
        await chain.RunAsync().ConfigureAwait(false);
        return result ?? throw new InvalidOperationException(
            $"The filter {chain.Innermost} did not call next(), so the step '{Name}' has no result. To refuse a step throw an exception.");
    }
}
