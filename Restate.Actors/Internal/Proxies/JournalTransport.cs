using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Calls of a handler: commands in the journal of its invocation.</summary>
internal sealed class JournalTransport(Invocation invocation) : CallTransport
{
    public override Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        invocation.Enter($"{target.Contract.Name}/{handler.Name}");
        if (invocation.Settings.OutgoingFilters.IsEmpty)
        {
            return CallNowAsync(target, handler, arguments, options, options?.Headers, cancellationToken);
        }

        var call = OutgoingCall(target, handler, arguments, options?.Headers, options?.IdempotencyKey, isSend: false);
        return FilteredCall.RunInTurnAsync(
            invocation.Settings.OutgoingFilters.All, call, () => call.BeginAsync(() => CallNowAsync(target, handler, arguments, options, call.Headers, cancellationToken)));
    }

    public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options)
    {
        invocation.Enter($"Send {target.Contract.Name}/{handler.Name}");
        if (invocation.Settings.OutgoingFilters.IsEmpty)
        {
            return SendNowAsync(target, handler, arguments, options, options?.Headers);
        }

        var call = OutgoingCall(target, handler, arguments, options?.Headers, options?.IdempotencyKey, isSend: true);
        return FilteredCall.RunInTurnAsync(
            invocation.Settings.OutgoingFilters.All, call, () => SendNowAsync(target, handler, arguments, options, call.Headers));
    }

    public override InvocationHandle<TResult> GetInvocation<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        string? idempotencyKey,
        string? scope)
    {
        AttachTarget attachTarget = (handler.Kind, idempotencyKey) switch
        {
            (HandlerKind.WorkflowRun, null) => new WorkflowTarget(target.Contract.Name, target.Key, scope),
            (HandlerKind.WorkflowRun, _) => throw new ArgumentException("The run of a workflow is found by the workflow's id alone.", nameof(idempotencyKey)),
            (_, null or "") => throw new ArgumentException($"An invocation of {target.Contract.Name}/{handler.Name} is found by its idempotency key only.", nameof(idempotencyKey)),
            _ => new IdempotentRequestTarget(target.Contract.Name, target.Key.Length == 0 ? null : target.Key, handler.Name, idempotencyKey, scope),
        };
        return new JournalInvocationHandle<TResult>(invocation, attachTarget, handler.Result);
    }

    private Task<TResult> CallNowAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        IEnumerable<KeyValuePair<string, string>>? headers,
        CancellationToken cancellationToken)
    {
        // A filter may have gone elsewhere meanwhile.
        invocation.Enter($"{target.Contract.Name}/{handler.Name}");
        cancellationToken.ThrowIfCancellationRequested();
        if (options is not { AllowCycle: true })
        {
            invocation.Chain!.Check(target, handler, options?.Scope);
        }

        var result = handler.Result.WithOwn(options?.Serializer);
        var sent = Headers(headers, invocation.Chain!.ToHeader(), target, handler);
        var request = Request(target, handler, arguments, options?.Serializer, options?.IdempotencyKey, sent, options?.Scope, options?.LimitKey, options?.Name);
        var isNew = !invocation.Journal.IsReplaying;
        var ids = invocation.Journal.Calls.Call(request);
        var task = invocation.WaitAsync(new CallWait<TResult>(
            ids.Result, result, invocation.Payloads, $"{target.Contract.Name}/{handler.Name}", handler.Kind == HandlerKind.WorkflowRun));
        if (isNew)
        {
            invocation.Observation?.CallStarted(target.Contract.Name, handler.Name, task);
        }

        if (cancellationToken.CanBeCanceled && (cancellationToken != invocation.Cancellation.Token || invocation.Settings.CancelsExplicitly))
        {
            // The invocation's own cancellation is passed on to its calls by the journal, unless the handler does it.
            var handle = new JournalInvocationHandle<TResult>(invocation, ids.InvocationId, result);
            handle.CancelWhileOpen(task, cancellationToken);
        }

        return task;
    }

    private Task<InvocationHandle<TResult>> SendNowAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options,
        IEnumerable<KeyValuePair<string, string>>? headers)
    {
        invocation.Enter($"Send {target.Contract.Name}/{handler.Name}");

        // Nobody waits for a one-way call: the chain ends here.
        var sent = Headers(headers, chain: null, target, handler);
        var request = Request(target, handler, arguments, options?.Serializer, options?.IdempotencyKey, sent, options?.Scope, options?.LimitKey, options?.Name);
        var isNew = !invocation.Journal.IsReplaying;
        var id = invocation.Journal.Calls.Send(request, InvokeTime(options?.Delay ?? TimeSpan.Zero));
        if (isNew)
        {
            invocation.Observation?.Sent(target.Contract.Name, handler.Name);
        }

        return Task.FromResult<InvocationHandle<TResult>>(new JournalInvocationHandle<TResult>(invocation, id, handler.Result.WithOwn(options?.Serializer)));
    }

    private OutgoingCall<TArguments, TResult> OutgoingCall<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        IReadOnlyDictionary<string, string>? headers,
        string? idempotencyKey,
        bool isSend)
    {
        var carried = invocation.Context!.CarriedHeaders.Select(header => KeyValuePair.Create(header.Key, header.Value));
        return new OutgoingCall<TArguments, TResult>(
            target, handler, arguments, invocation.Serializer, (headers ?? Enumerable.Empty<KeyValuePair<string, string>>()).Concat(carried))
        {
            IsSend = isSend,
            IdempotencyKey = idempotencyKey,
            Caller = invocation.Context,
        };
    }

    private IReadOnlyList<Header> Headers(
        IEnumerable<KeyValuePair<string, string>>? headers, Header? chain, ActorTarget target, HandlerContract handler)
    {
        var own = Headers(headers, chain);
        return invocation.Payloads.Transforms is { } transforms
            && handler.Input.Kind == PayloadKind.None
            && handler.Output.Kind != PayloadKind.None
            && transforms.AnnouncesItself(target.Contract.Name)
            ? [.. own, new Header(PayloadTransforms.HeaderName, PayloadTransforms.HeaderValue)]
            : own;
    }

    // In this order: those of the call, those of the request that nobody has set or taken away, the chain.
    private IReadOnlyList<Header> Headers(IEnumerable<KeyValuePair<string, string>>? headers, Header? chain)
    {
        // A filter has seen the carried ones.
        var carried = invocation.Settings.OutgoingFilters.IsEmpty ? invocation.Context!.CarriedHeaders : [];
        if (headers is null && carried.Count == 0)
        {
            return chain is { } only ? [only] : [];
        }

        Header[] own = [.. (headers ?? []).Select(header => new Header(header.Key, header.Value))];
        if (own.Any(header => CallChain.IsChain(header.Key)))
        {
            throw new ArgumentException($"The header '{CallChain.HeaderName}' belongs to the call cycle guard and cannot be set.", nameof(headers));
        }

        var kept = carried.Where(header => !own.Any(set => set.Key.Equals(header.Key, StringComparison.OrdinalIgnoreCase)));
        return chain is { } last ? [.. own, .. kept, last] : [.. own, .. kept];
    }

    private CallRequest Request<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        IPayloadSerializer? serializer,
        string? idempotencyKey,
        IReadOnlyList<Header> headers,
        string? scope,
        string? limitKey,
        string? name)
    {
        if (idempotencyKey is { Length: 0 })
        {
            throw new ArgumentException("The idempotency key is empty; leave it null for none.", nameof(idempotencyKey));
        }

        var format = handler.Arguments.WithOwn(serializer);
        var role = invocation.Payloads.InputOf(target.Contract.Name);
        return new CallRequest
        {
            Service = target.Contract.Name,
            Handler = handler.Name,
            Key = target.Key,
            Parameter = invocation.Serialize(format, arguments, role, $"The input of {target.Contract.Name}/{handler.Name}"),
            IdempotencyKey = idempotencyKey,
            Scope = scope,
            LimitKey = limitKey,
            Headers = headers,
            Name = name ?? string.Empty,
        };
    }

    private ulong InvokeTime(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, SendOptions.LongestDelay);
        return delay == TimeSpan.Zero
            ? 0
            : (ulong)invocation.Settings.Clock.GetUtcNow().ToUnixTimeMilliseconds() + (ulong)delay.TotalMilliseconds;
    }
}
