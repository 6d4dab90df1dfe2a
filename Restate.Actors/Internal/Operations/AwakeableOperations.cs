using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>Awakeables and named signals.</summary>
internal sealed class AwakeableOperations(Invocation invocation)
{
    public Awakeable<T> Create<T>(IPayloadSerializer? serializer)
    {
        invocation.Enter("CreateAwakeable");
        var (id, notification) = invocation.Journal.Waits.CreateAwakeable();
        var format = PayloadFormatOf<T>.With(serializer);
        var task = invocation.WaitAsync(new SignalWait<T>(notification, format, invocation.Payloads, PayloadRoles.Awakeable, "an awakeable"));
        return new Awakeable<T>(id, task);
    }

    public Task<T> WaitForSignalAsync<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        invocation.Enter("Signal");
        invocation.Journal.ThrowIfClosed();
        var format = PayloadFormatOf<T>.Instance;
        return invocation.WaitAsync(new SignalWait<T>(NotificationId.Named(name), format, invocation.Payloads, PayloadRoles.Signal, $"the signal '{name}'"));
    }

    public void Resolve<T>(string awakeableId, T value, IPayloadSerializer? serializer)
    {
        Enter("ResolveAwakeableAsync", awakeableId);
        var bytes = invocation.Serialize(PayloadFormatOf<T>.With(serializer), value, PayloadRoles.Awakeable, "The value of an awakeable");
        invocation.Journal.Waits.CompleteAwakeable(awakeableId, CommandResult.Success(bytes));
    }

    public void Reject(string awakeableId, TerminalException error)
    {
        Enter("RejectAwakeableAsync", awakeableId);
        invocation.Journal.Waits.CompleteAwakeable(awakeableId, CommandResult.Failed(TerminalErrors.ToFailure(error, invocation.Journal.Version)));
    }

    // The server fails the attempt for an id that it cannot read, and every retry after it.
    private void Enter(string operation, string awakeableId)
    {
        ArgumentNullException.ThrowIfNull(awakeableId);
        invocation.Enter(operation);
        if (!AwakeableId.IsValid(awakeableId))
        {
            throw new TerminalException($"'{awakeableId}' is no awakeable id; such an id begins with sign_1.", 400);
        }
    }
}
