using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Internal.Operations;

/// <summary>Durable steps.</summary>
internal sealed class RunOperations(Invocation invocation)
{
    public Task<T> RunAsync<T>(string name, Func<RunContext, Task<T>> action, RunRetryPolicy? policy)
    {
        var format = PayloadFormatOf<T>.Instance;
        return RunAsync(new RunStep<T>(name, policy, format, action), format);
    }

    public Task RunAsync(string name, Func<RunContext, Task> action, RunRetryPolicy? policy)
    {
        return RunAsync(new RunStepWithoutResult(name, policy, action), PayloadFormats.None);
    }

    public Task<T> RunCachedAsync<T>(string name, Func<RunContext, Task<T>> action, TimeSpan maxAge, RunRetryPolicy? policy)
    {
        var format = PayloadFormatOf<T>.Instance;
        RunStep step = new RunStep<T>(name, policy, format, action);
        if (invocation.CachedSteps is { } memory)
        {
            step = new CachedRunStep(step, typeof(T), maxAge, memory, invocation.Settings.Clock);
        }

        return RunAsync(step, format);
    }

    private Task<T> RunAsync<T>(RunStep step, PayloadFormat<T> format)
    {
        invocation.Enter("Run");
        var id = invocation.Journal.Runs.Run(step.Name);
        invocation.Steps.Add(id.Number, step);
        return invocation.WaitAsync(new PayloadWait<T>(id, format, invocation.Serializer, $"the step '{step.Name}'"));
    }
}
