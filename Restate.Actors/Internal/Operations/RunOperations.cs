using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Internal.Operations;

/// <summary>Durable steps.</summary>
internal sealed class RunOperations(Invocation invocation)
{
    public Task<T> Run<T>(string name, Func<RunContext, Task<T>> action, RunRetryPolicy? policy)
    {
        var format = PayloadFormatOf<T>.Instance;
        return Run(new RunStep<T>(name, policy, format, action), format);
    }

    public Task Run(string name, Func<RunContext, Task> action, RunRetryPolicy? policy)
    {
        return Run(new RunStepWithoutResult(name, policy, action), PayloadFormats.None);
    }

    private Task<T> Run<T>(RunStep step, PayloadFormat<T> format)
    {
        invocation.Enter("Run");
        var id = invocation.Journal.Runs.Run(step.Name);
        invocation.Steps[id.Number] = step;
        return invocation.Wait(new PayloadWait<T>(id, format, invocation.Serializer, $"the step '{step.Name}'"));
    }
}
