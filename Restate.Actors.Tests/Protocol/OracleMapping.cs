using System.Text;
using Google.Protobuf;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Says field by field what the oracle must see for a value of ours, and the other way round where we only write.</summary>
internal static class OracleMapping
{
    public static ByteString Bytes(ReadOnlyMemory<byte> bytes) => ByteString.CopyFrom(bytes.Span);

    public static ByteString Utf8(string text) => ByteString.CopyFrom(text, Encoding.UTF8);

    public static Oracle.Value Value(ReadOnlyMemory<byte> bytes) => new() { Content = Bytes(bytes) };

    public static Oracle.Failure? Map(Failure? failure) => failure is null
        ? null
        : new Oracle.Failure
        {
            Code = (uint)failure.Code,
            Message = failure.Message,
            Metadata = { failure.Metadata.Select(pair => new Oracle.FailureMetadata { Key = pair.Key, Value = pair.Value }) },
        };

    public static Failure? Map(Oracle.Failure? failure) => failure is null
        ? null
        : new Failure((int)failure.Code, failure.Message)
        {
            Metadata = [.. failure.Metadata.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))],
        };

    public static Oracle.Header Map(Header header) => new() { Key = header.Key, Value = header.Value };

    public static AwaitedFuture Map(Oracle.Future future) => new()
    {
        Completions = future.WaitingCompletions,
        Signals = future.WaitingSignals,
        NamedSignals = future.WaitingNamedSignals,
        Nested = [.. future.NestedFutures.Select(Map)],
        CombinatorType = (CombinatorType)future.CombinatorType,
    };

    public static ErrorMessage ToError(Oracle.ErrorMessage error) => new((int)error.Code, error.Message)
    {
        Stacktrace = error.Stacktrace,
        RelatedCommandIndex = error.HasRelatedCommandIndex ? error.RelatedCommandIndex : null,
        RelatedCommandName = error.HasRelatedCommandName ? error.RelatedCommandName : null,
        RelatedCommandType = error.HasRelatedCommandType ? (MessageType)error.RelatedCommandType : null,
        NextRetryDelay = error.HasNextRetryDelay ? error.NextRetryDelay : null,
        Behavior = (ErrorBehavior)error.Behavior,
    };

    public static IMessage Map(StartMessage start)
    {
        var result = new Oracle.StartMessage
        {
            Id = Bytes(start.Id),
            DebugId = start.DebugId,
            KnownEntries = start.KnownEntries,
            StateMap = { start.StateMap.Select(entry => new Oracle.StateEntry { Key = Utf8(entry.Key), Value = Bytes(entry.Value) }) },
            PartialState = start.PartialState,
            Key = start.Key,
            RetryCountSinceLastStoredEntry = start.RetryCountSinceLastStoredEntry,
            DurationSinceLastStoredEntry = start.DurationSinceLastStoredEntry,
            RandomSeed = start.RandomSeed,
        };
        Set(start.Scope, value => result.Scope = value);
        Set(start.LimitKey, value => result.LimitKey = value);
        Set(start.IdempotencyKey, value => result.IdempotencyKey = value);
        return result;
    }

    public static IMessage Map(Notification notification)
    {
        var result = new Oracle.NotificationTemplate();
        switch (notification.Id.Kind)
        {
            case NotificationIdKind.Completion:
                result.CompletionId = notification.Id.Number;
                break;
            case NotificationIdKind.Signal:
                result.SignalId = notification.Id.Number;
                break;
            default:
                result.SignalName = notification.Id.Text!;
                break;
        }

        switch (notification.Result.Kind)
        {
            case NotificationResultKind.Void:
                result.Void = new Oracle.Void();
                break;
            case NotificationResultKind.Value:
                result.Value = Value(notification.Result.Value);
                break;
            case NotificationResultKind.Failure:
                result.Failure = Map(notification.Result.Failure);
                break;
            case NotificationResultKind.InvocationId:
                result.InvocationId = notification.Result.InvocationId!;
                break;
            default:
                result.StateKeys = new Oracle.StateKeys { Keys = { notification.Result.StateKeys!.Select(Utf8) } };
                break;
        }

        return result;
    }

    public static IMessage Map(InputCommand command) => new Oracle.InputCommandMessage
    {
        Headers = { command.Headers.Select(Map) },
        Value = Value(command.Value),
        Name = command.Name,
    };

    public static IMessage Map(OutputCommand command) => command.Result.IsFailure
        ? new Oracle.OutputCommandMessage { Failure = Map(command.Result.Failure), Name = command.Name }
        : new Oracle.OutputCommandMessage { Value = Value(command.Result.Value), Name = command.Name };

    public static IMessage Map(GetLazyStateCommand command) => new Oracle.GetLazyStateCommandMessage
    {
        Key = Utf8(command.Key),
        ResultCompletionId = command.CompletionId,
        Name = command.Name,
    };

    public static IMessage Map(SetStateCommand command) => new Oracle.SetStateCommandMessage
    {
        Key = Utf8(command.Key),
        Value = Value(command.Value),
        Name = command.Name,
    };

    public static IMessage Map(ClearStateCommand command) =>
        new Oracle.ClearStateCommandMessage { Key = Utf8(command.Key), Name = command.Name };

    public static IMessage Map(ClearAllStateCommand command) => new Oracle.ClearAllStateCommandMessage { Name = command.Name };

    public static IMessage Map(GetLazyStateKeysCommand command) =>
        new Oracle.GetLazyStateKeysCommandMessage { ResultCompletionId = command.CompletionId, Name = command.Name };

    public static IMessage Map(GetEagerStateCommand command) => command.Value is { } value
        ? new Oracle.GetEagerStateCommandMessage { Key = Utf8(command.Key), Value = Value(value), Name = command.Name }
        : new Oracle.GetEagerStateCommandMessage { Key = Utf8(command.Key), Void = new Oracle.Void(), Name = command.Name };

    public static IMessage Map(GetEagerStateKeysCommand command) => new Oracle.GetEagerStateKeysCommandMessage
    {
        Value = new Oracle.StateKeys { Keys = { command.Keys.Select(Utf8) } },
        Name = command.Name,
    };

    public static IMessage Map(GetPromiseCommand command) => new Oracle.GetPromiseCommandMessage
    {
        Key = command.Key,
        ResultCompletionId = command.CompletionId,
        Name = command.Name,
    };

    public static IMessage Map(PeekPromiseCommand command) => new Oracle.PeekPromiseCommandMessage
    {
        Key = command.Key,
        ResultCompletionId = command.CompletionId,
        Name = command.Name,
    };

    public static IMessage Map(CompletePromiseCommand command)
    {
        var result = new Oracle.CompletePromiseCommandMessage
        {
            Key = command.Key,
            ResultCompletionId = command.CompletionId,
            Name = command.Name,
        };
        if (command.Completion.IsFailure)
        {
            result.CompletionFailure = Map(command.Completion.Failure);
        }
        else
        {
            result.CompletionValue = Value(command.Completion.Value);
        }

        return result;
    }

    public static IMessage Map(SleepCommand command) => new Oracle.SleepCommandMessage
    {
        WakeUpTime = command.WakeUpTime,
        ResultCompletionId = command.CompletionId,
        Name = command.Name,
    };

    public static IMessage Map(CallCommand command)
    {
        var request = command.Request;
        var result = new Oracle.CallCommandMessage
        {
            ServiceName = request.Service,
            HandlerName = request.Handler,
            Parameter = Bytes(request.Parameter),
            Headers = { request.Headers.Select(Map) },
            Key = request.Key,
            InvocationIdNotificationIdx = command.InvocationIdCompletionId,
            ResultCompletionId = command.ResultCompletionId,
            Name = request.Name,
        };
        Set(request.IdempotencyKey, value => result.IdempotencyKey = value);
        Set(request.Scope, value => result.Scope = value);
        Set(request.LimitKey, value => result.LimitKey = value);
        return result;
    }

    public static IMessage Map(OneWayCallCommand command)
    {
        var request = command.Request;
        var result = new Oracle.OneWayCallCommandMessage
        {
            ServiceName = request.Service,
            HandlerName = request.Handler,
            Parameter = Bytes(request.Parameter),
            InvokeTime = command.InvokeTime,
            Headers = { request.Headers.Select(Map) },
            Key = request.Key,
            InvocationIdNotificationIdx = command.InvocationIdCompletionId,
            Name = request.Name,
        };
        Set(request.IdempotencyKey, value => result.IdempotencyKey = value);
        Set(request.Scope, value => result.Scope = value);
        Set(request.LimitKey, value => result.LimitKey = value);
        return result;
    }

    public static IMessage Map(SendSignalCommand command)
    {
        var result = new Oracle.SendSignalCommandMessage { TargetInvocationId = command.TargetInvocationId, EntryName = command.Name };
        if (command.Signal.IsNamed)
        {
            result.Name = command.Signal.Text!;
        }
        else
        {
            result.Idx = command.Signal.Number;
        }

        switch (command.Result.Kind)
        {
            case SignalResultKind.Value:
                result.Value = Value(command.Result.Value);
                break;
            case SignalResultKind.Failure:
                result.Failure = Map(command.Result.Failure);
                break;
            default:
                result.Void = new Oracle.Void();
                break;
        }

        return result;
    }

    public static IMessage Map(RunCommand command) =>
        new Oracle.RunCommandMessage { ResultCompletionId = command.CompletionId, Name = command.Name };

    public static IMessage Map(AttachInvocationCommand command)
    {
        var result = new Oracle.AttachInvocationCommandMessage { ResultCompletionId = command.CompletionId, Name = command.Name };
        SetTarget(
            command.Target,
            id => result.InvocationId = id,
            request => result.IdempotentRequestTarget = request,
            workflow => result.WorkflowTarget = workflow);
        return result;
    }

    public static IMessage Map(GetInvocationOutputCommand command)
    {
        var result = new Oracle.GetInvocationOutputCommandMessage { ResultCompletionId = command.CompletionId, Name = command.Name };
        SetTarget(
            command.Target,
            id => result.InvocationId = id,
            request => result.IdempotentRequestTarget = request,
            workflow => result.WorkflowTarget = workflow);
        return result;
    }

    public static IMessage Map(CompleteAwakeableCommand command) => command.Result.IsFailure
        ? new Oracle.CompleteAwakeableCommandMessage
        {
            AwakeableId = command.AwakeableId,
            Failure = Map(command.Result.Failure),
            Name = command.Name,
        }
        : new Oracle.CompleteAwakeableCommandMessage
        {
            AwakeableId = command.AwakeableId,
            Value = Value(command.Result.Value),
            Name = command.Name,
        };

    private static void Set(string? value, Action<string> set)
    {
        if (value is not null)
        {
            set(value);
        }
    }

    private static void SetTarget(
        AttachTarget target,
        Action<string> setId,
        Action<Oracle.IdempotentRequestTarget> setRequest,
        Action<Oracle.WorkflowTarget> setWorkflow)
    {
        switch (target)
        {
            case InvocationIdTarget byId:
                setId(byId.InvocationId);
                break;
            case IdempotentRequestTarget byRequest:
                var request = new Oracle.IdempotentRequestTarget
                {
                    ServiceName = byRequest.Service,
                    HandlerName = byRequest.Handler,
                    IdempotencyKey = byRequest.IdempotencyKey,
                };
                Set(byRequest.Key, value => request.ServiceKey = value);
                Set(byRequest.Scope, value => request.Scope = value);
                setRequest(request);
                break;
            case WorkflowTarget byWorkflow:
                var workflow = new Oracle.WorkflowTarget { WorkflowName = byWorkflow.Name, WorkflowKey = byWorkflow.Key };
                Set(byWorkflow.Scope, value => workflow.Scope = value);
                setWorkflow(workflow);
                break;
        }
    }
}
