using System.Buffers.Binary;
using System.Buffers.Text;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The commands that concern other invocations.</summary>
internal sealed class CallEffects(TestServer server)
{
    private const string AwakeablePrefix = "sign_1";
    private const int RawIdLength = 24;

    public void TryApply(ServerInvocation invocation, JournalEntry command)
    {
        switch (command.Type)
        {
            case MessageType.CallCommand:
                Call(invocation, CallCommand.Read(command.Payload));
                break;
            case MessageType.OneWayCallCommand:
                Send(invocation, OneWayCallCommand.Read(command.Payload));
                break;
            case MessageType.SendSignalCommand:
                Signal(invocation, SendSignalCommand.Read(command.Payload));
                break;
            case MessageType.CompleteAwakeableCommand:
                var awakeable = CompleteAwakeableCommand.Read(command.Payload);
                CompleteAwakeable(invocation.Id, awakeable.AwakeableId, InvocationResult.Of(awakeable.Result));
                break;
            case MessageType.AttachInvocationCommand:
                Attach(invocation, AttachInvocationCommand.Read(command.Payload));
                break;
            case MessageType.GetInvocationOutputCommand:
                GetOutput(invocation, GetInvocationOutputCommand.Read(command.Payload));
                break;
            default:
                // A run: nothing happens until its result is proposed.
                break;
        }
    }

    /// <summary>Completes an awakeable.</summary>
    /// <param name="senderId">Who does it; <see langword="null"/> for a caller outside.</param>
    /// <param name="awakeableId">Its id.</param>
    /// <param name="result">With what.</param>
    /// <returns><see langword="false"/> if there is no such id.</returns>
    public bool CompleteAwakeable(string? senderId, string awakeableId, InvocationResult result)
    {
        Span<byte> bytes = stackalloc byte[RawIdLength + sizeof(uint)];
        if (!awakeableId.StartsWith(AwakeablePrefix, StringComparison.Ordinal)
            || !Base64Url.TryDecodeFromChars(awakeableId.AsSpan(AwakeablePrefix.Length), bytes, out var length) || length != bytes.Length)
        {
            return false;
        }

        if (server.Invocations.Find(bytes[..RawIdLength]) is { } target)
        {
            var signal = NotificationId.Signal(BinaryPrimitives.ReadUInt32BigEndian(bytes[RawIdLength..]));
            Notify(senderId, target, signal, result.ToNotification());
        }

        return true;
    }

    private void Call(ServerInvocation caller, CallCommand command)
    {
        if (TrySubmit(caller, command.Request, startTime: default) is not var (callee, isNew))
        {
            return;
        }

        server.Notify(
            caller, MessageType.CallInvocationIdCompletion, NotificationId.Completion(command.InvocationIdCompletionId), NotificationResult.OfInvocationId(callee.Id));
        var id = NotificationId.Completion(command.ResultCompletionId);
        if (!isNew && callee.Handler.IsWorkflowRun)
        {
            Complete(caller, MessageType.CallCompletion, id, InvocationResult.Failed(ErrorCodes.Cancelled, "the workflow method was already invoked"));
            return;
        }

        caller.Children.Add(callee);
        WhenComplete(callee, result => Complete(caller, MessageType.CallCompletion, id, result));
    }

    private void Send(ServerInvocation sender, OneWayCallCommand command)
    {
        var startTime = WireTime.Of(command.InvokeTime);
        if (TrySubmit(sender, command.Request, startTime) is not var (target, _))
        {
            return;
        }

        var now = server.Time.GetUtcNow();
        server.Sends.Add(new SendEntry(sender, target, startTime > now ? startTime - now : TimeSpan.Zero));
        server.Notify(
            sender, MessageType.CallInvocationIdCompletion, NotificationId.Completion(command.InvocationIdCompletionId), NotificationResult.OfInvocationId(target.Id));
    }

    private (ServerInvocation Invocation, bool IsNew)? TrySubmit(ServerInvocation caller, CallRequest call, DateTimeOffset startTime)
    {
        if (server.Actors.Find(call.Service, call.Handler) is not { } handler)
        {
            server.FailTest(TestErrors.UnknownCallee(caller, call, server.Actors));
            return null;
        }

        var request = new InvocationRequest
        {
            Target = new ActorKey(call.Service, call.Key),
            Handler = call.Handler,
            Input = call.Parameter,
            Headers = call.Headers,
            IdempotencyKey = call.IdempotencyKey,
            StartTime = startTime,
            CallerId = caller.Id,
        };
        return server.Submit(request, handler);
    }

    private void Signal(ServerInvocation sender, SendSignalCommand command)
    {
        if (server.Invocations.Find(command.TargetInvocationId) is not { } target)
        {
            return;
        }

        if (command.Signal == SignalId.Cancel)
        {
            server.Loop.Post((sender.Id, target.Id), () => server.Cancel(target));
            return;
        }

        var id = command.Signal.Text is { } name ? NotificationId.Named(name) : NotificationId.Signal(command.Signal.Number);
        var result = command.Result.Kind switch
        {
            SignalResultKind.Value => NotificationResult.Success(command.Result.Value),
            SignalResultKind.Failure => NotificationResult.Failed(command.Result.Failure!),
            _ => NotificationResult.Void,
        };
        Notify(sender.Id, target, id, result);
    }

    private void Attach(ServerInvocation invocation, AttachInvocationCommand command)
    {
        var id = NotificationId.Completion(command.CompletionId);
        if (server.Invocations.Find(command.Target) is { } target)
        {
            WhenComplete(target, result => Complete(invocation, MessageType.AttachInvocationCompletion, id, result));
        }
        else
        {
            Complete(invocation, MessageType.AttachInvocationCompletion, id, InvocationResult.Failed(404, "not found"));
        }
    }

    private void GetOutput(ServerInvocation invocation, GetInvocationOutputCommand command)
    {
        var result = server.Invocations.Find(command.Target) switch
        {
            null => NotificationResult.Failed(new Failure(404, "not found")),
            { Result: { } completed } => completed.ToNotification(),
            _ => NotificationResult.Void,
        };
        server.Notify(invocation, MessageType.GetInvocationOutputCompletion, NotificationId.Completion(command.CompletionId), result);
    }

    private void Notify(string? senderId, ServerInvocation target, NotificationId id, NotificationResult result)
    {
        server.Loop.Post((senderId ?? "outside", target.Id), () => server.Notify(target, MessageType.SignalNotification, id, result));
    }

    private void Complete(ServerInvocation invocation, MessageType type, NotificationId id, InvocationResult result)
    {
        server.Loop.Post(new object(), () => server.Notify(invocation, type, id, result.ToNotification()));
    }

    private static void WhenComplete(ServerInvocation target, Action<InvocationResult> completed)
    {
        if (target.Result is { } result)
        {
            completed(result);
        }
        else
        {
            target.Waiters.Add(completed);
        }
    }
}
