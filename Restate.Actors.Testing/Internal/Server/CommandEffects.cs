using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Does what a stored command asks for.</summary>
internal sealed class CommandEffects(TestServer server)
{
    private readonly CallEffects _calls = new(server);
    private readonly StateEffects _state = new(server);

    public void Apply(ServerInvocation invocation, JournalEntry command)
    {
        switch (command.Type)
        {
            case MessageType.OutputCommand:
                invocation.Output = InvocationResult.Of(OutputCommand.Read(command.Payload).Result);
                break;
            case MessageType.SleepCommand:
                Sleep(invocation, SleepCommand.Read(command.Payload));
                break;
            case MessageType.GetPromiseCommand:
                GetPromise(invocation, GetPromiseCommand.Read(command.Payload));
                break;
            case MessageType.PeekPromiseCommand:
                PeekPromise(invocation, PeekPromiseCommand.Read(command.Payload));
                break;
            case MessageType.CompletePromiseCommand:
                CompletePromise(invocation, CompletePromiseCommand.Read(command.Payload));
                break;
            default:
                if (!_state.TryApply(invocation, command))
                {
                    _calls.TryApply(invocation, command);
                }

                break;
        }
    }

    private void Sleep(ServerInvocation invocation, SleepCommand command)
    {
        var id = NotificationId.Completion(command.CompletionId);
        var due = WireTime.Of(command.WakeUpTime);
        var purpose = command.Name.Length == 0 ? $"sleep of {invocation.Name}" : $"sleep '{command.Name}' of {invocation.Name}";
        invocation.Timers.Add(server.Time.Schedule(
            due,
            () => server.Loop.Post(new object(), () => server.Notify(invocation, MessageType.SleepCompletion, id, NotificationResult.Void)),
            purpose,
            invocation.Id));
    }

    private void GetPromise(ServerInvocation invocation, GetPromiseCommand command)
    {
        var id = NotificationId.Completion(command.CompletionId);
        server.Promises.Await(
            invocation.Target,
            command.Key,
            result => server.Loop.Post(new object(), () => server.Notify(invocation, MessageType.GetPromiseCompletion, id, result.ToNotification())));
    }

    private void PeekPromise(ServerInvocation invocation, PeekPromiseCommand command)
    {
        var result = server.Promises.Peek(invocation.Target, command.Key)?.ToNotification() ?? NotificationResult.Void;
        server.Notify(invocation, MessageType.PeekPromiseCompletion, NotificationId.Completion(command.CompletionId), result);
    }

    private void CompletePromise(ServerInvocation invocation, CompletePromiseCommand command)
    {
        var result = server.Promises.Complete(invocation.Target, command.Key, command.Completion)
            ? NotificationResult.Void
            : NotificationResult.Failed(new Failure(ErrorCodes.Cancelled, "promise was already completed"));
        server.Notify(invocation, MessageType.CompletePromiseCompletion, NotificationId.Completion(command.CompletionId), result);
    }
}
