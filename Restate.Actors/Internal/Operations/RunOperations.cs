using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.Internal.Operations;

/// <summary>Durable steps.</summary>
internal sealed class RunOperations(Invocation invocation)
{
    public Task<T> RunAsync<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options)
    {
        var format = PayloadFormatOf<T>.With(options?.Serializer);
        return RunAsync(new RunStep<T>(name, options?.ToPolicy(), format, action), format);
    }

    public Task RunAsync(string name, Func<RunContext, Task> action, RunOptions? options)
    {
        return RunAsync(new RunStepWithoutResult(name, options?.ToPolicy(), action), PayloadFormats.None);
    }

    public Task<T> RunCachedAsync<T>(string name, Func<RunContext, Task<T>> action, TimeSpan maxAge, RunOptions? options)
    {
        var format = PayloadFormatOf<T>.With(options?.Serializer);
        RunStep step = new RunStep<T>(name, options?.ToPolicy(), format, action);
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
        return invocation.WaitAsync(new PayloadWait<T>(id, format, invocation.Payloads, PayloadRoles.Step, $"the step '{step.Name}'"));
    }
}
