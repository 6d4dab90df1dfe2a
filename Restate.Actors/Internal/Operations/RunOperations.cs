using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>Durable steps.</summary>
internal sealed class RunOperations(Invocation invocation)
{
    public Task<T> RunAsync<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options)
    {
        var format = PayloadFormatOf<T>.With(options?.Serializer);
        if (Begin(name, out var id))
        {
            invocation.Steps.Add(id.Number, new RunStep<T>(name, options?.ToPolicy(), format, action));
        }

        return WaitAsync(id, name, format);
    }

    public Task<T> RunImmediateAsync<T>(string name, Func<RunContext, T> action, RunOptions? options)
    {
        var format = PayloadFormatOf<T>.With(options?.Serializer);
        if (Begin(name, out var id))
        {
            invocation.Steps.Add(id.Number, new ImmediateRunStep<T>(name, options?.ToPolicy(), format, action));
        }

        return WaitAsync(id, name, format);
    }

    public Task RunAsync(string name, Func<RunContext, Task> action, RunOptions? options)
    {
        if (Begin(name, out var id))
        {
            invocation.Steps.Add(id.Number, new RunStepWithoutResult(name, options?.ToPolicy(), action));
        }

        return WaitAsync(id, name, PayloadFormats.None);
    }

    public Task<T> RunCachedAsync<T>(string name, Func<RunContext, Task<T>> action, TimeSpan maxAge, RunOptions? options)
    {
        var format = PayloadFormatOf<T>.With(options?.Serializer);
        if (Begin(name, out var id))
        {
            RunStep step = new RunStep<T>(name, options?.ToPolicy(), format, action);
            invocation.Steps.Add(
                id.Number,
                invocation.Memory is { } memory ? new CachedRunStep(step, typeof(T), maxAge, memory.CachedSteps, invocation.Settings.Clock) : step);
        }

        return WaitAsync(id, name, format);
    }

    /// <summary>Writes the step.</summary>
    /// <returns>Whether it is to be executed: a replay may have its result.</returns>
    private bool Begin(string name, out NotificationId id)
    {
        invocation.Enter("Run");
        id = invocation.Journal.Runs.Run(name);
        return invocation.Journal.Runs.HasNoResult(id);
    }

    private Task<T> WaitAsync<T>(NotificationId id, string name, PayloadFormat<T> format)
    {
        return invocation.WaitAsync(new PayloadWait<T>(id, format, invocation.Payloads, PayloadRoles.Step, $"the step '{name}'"));
    }
}
