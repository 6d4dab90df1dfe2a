using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A promise of the workflow.</summary>
internal sealed class DurablePromise<T>(Invocation invocation, string name, PayloadFormat<T> format) : IDurablePromise<T>
{
    private string What => $"the promise '{name}'";

    public Task<T> GetAsync()
    {
        Enter("GetAsync");
        var id = invocation.Journal.Waits.GetPromise(name);
        return invocation.WaitAsync(new PayloadWait<T>(id, format, invocation.Payloads, PayloadRoles.Promise, What));
    }

    public Task<InvocationOutput<T>> PeekAsync()
    {
        Enter("PeekAsync");
        var id = invocation.Journal.Waits.PeekPromise(name);
        return invocation.WaitAsync(new OutputWait<T>(id, format, invocation.Payloads, PayloadRoles.Promise, What));
    }

    public Task ResolveAsync(T value)
    {
        Enter("ResolveAsync");
        var bytes = invocation.Serialize(format, value, PayloadRoles.Promise, $"The value of {What}");
        return CompleteAsync(CommandResult.Success(bytes));
    }

    public Task RejectAsync(string message, int code = 500) => RejectAsync(new TerminalException(message, code));

    public Task RejectAsync(TerminalException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Enter("RejectAsync");
        return CompleteAsync(CommandResult.Failed(TerminalErrors.ToFailure(error, invocation.Journal.Version)));
    }

    private Task<NoValue> CompleteAsync(CommandResult result) => invocation.WaitAsync(new VoidWait(invocation.Journal.Waits.CompletePromise(name, result)));

    private void Enter(string operation) => invocation.Enter($"Promise.{operation}");
}
