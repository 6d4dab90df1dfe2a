using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The commands that read and write state.</summary>
internal sealed class StateEffects(TestServer server)
{
    public bool TryApply(ServerInvocation invocation, JournalEntry command)
    {
        switch (command.Type)
        {
            case MessageType.SetStateCommand:
                var set = SetStateCommand.Read(command.Payload);
                server.State.Set(invocation.Target, set.Key, set.Value);
                return true;
            case MessageType.ClearStateCommand:
                server.State.Clear(invocation.Target, ClearStateCommand.Read(command.Payload).Key);
                return true;
            case MessageType.ClearAllStateCommand:
                server.State.ClearAll(invocation.Target);
                return true;
            case MessageType.GetLazyStateCommand:
                Get(invocation, GetLazyStateCommand.Read(command.Payload));
                return true;
            case MessageType.GetLazyStateKeysCommand:
                GetKeys(invocation, GetLazyStateKeysCommand.Read(command.Payload));
                return true;
            case MessageType.GetEagerStateCommand:
            case MessageType.GetEagerStateKeysCommand:
                return true;
            default:
                return false;
        }
    }

    private void Get(ServerInvocation invocation, GetLazyStateCommand command)
    {
        var result = server.State.Get(invocation.Target, command.Key) is { } value ? NotificationResult.Success(value) : NotificationResult.Void;
        server.Notify(invocation, MessageType.GetLazyStateCompletion, NotificationId.Completion(command.CompletionId), result);
    }

    private void GetKeys(ServerInvocation invocation, GetLazyStateKeysCommand command)
    {
        string[] keys = [.. server.State.GetAll(invocation.Target).Select(entry => entry.Key)];
        server.Notify(
            invocation, MessageType.GetLazyStateKeysCompletion, NotificationId.Completion(command.CompletionId), NotificationResult.OfStateKeys(keys));
    }
}
