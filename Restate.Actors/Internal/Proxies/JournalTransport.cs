using Restate.Actors.CompilerServices;
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
        cancellationToken.ThrowIfCancellationRequested();
        if (options is not { AllowCycle: true })
        {
            invocation.Chain!.Check(target, handler, options?.Scope);
        }

        var result = handler.Result.WithOwn(options?.Serializer);
        var headers = Headers(options?.Headers, invocation.Chain!.ToHeader(), target, handler);
        var request = Request(target, handler, arguments, options?.Serializer, options?.IdempotencyKey, headers, options?.Scope, options?.LimitKey);
        var ids = invocation.Journal.Calls.Call(request);
        var task = invocation.WaitAsync(new PayloadWait<TResult>(ids.Result, result, invocation.Payloads, PayloadRoles.Result, $"{target.Contract.Name}/{handler.Name}"));
        if (cancellationToken.CanBeCanceled && cancellationToken != invocation.Cancellation.Token)
        {
            // The invocation's own cancellation is passed on to its calls by the journal.
            var handle = new JournalInvocationHandle<TResult>(invocation, ids.InvocationId, result);
            handle.CancelWhileOpen(task, cancellationToken);
        }

        return task;
    }

    public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options)
    {
        invocation.Enter($"Send {target.Contract.Name}/{handler.Name}");
        // Nobody waits for a one-way call: the chain ends here.
        var headers = Headers(options?.Headers, chain: null, target, handler);
        var request = Request(target, handler, arguments, options?.Serializer, options?.IdempotencyKey, headers, options?.Scope, options?.LimitKey);
        var id = invocation.Journal.Calls.Send(request, InvokeTime(options?.Delay ?? TimeSpan.Zero));
        return Task.FromResult<InvocationHandle<TResult>>(new JournalInvocationHandle<TResult>(invocation, id, handler.Result.WithOwn(options?.Serializer)));
    }

    public override InvocationHandle<TResult> GetInvocation<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        string? idempotencyKey)
    {
        AttachTarget attachTarget = (handler.Kind, idempotencyKey) switch
        {
            (HandlerKind.WorkflowRun, null) => new WorkflowTarget(target.Contract.Name, target.Key),
            (HandlerKind.WorkflowRun, _) => throw new ArgumentException("The run of a workflow is found by the workflow's id alone.", nameof(idempotencyKey)),
            (_, null or "") => throw new ArgumentException($"An invocation of {target.Contract.Name}/{handler.Name} is found by its idempotency key only.", nameof(idempotencyKey)),
            _ => new IdempotentRequestTarget(target.Contract.Name, target.Key.Length == 0 ? null : target.Key, handler.Name, idempotencyKey),
        };
        return new JournalInvocationHandle<TResult>(invocation, attachTarget, handler.Result);
    }

    private IReadOnlyList<Header> Headers(IReadOnlyDictionary<string, string>? headers, Header? chain, ActorTarget target, HandlerContract handler)
    {
        var own = Headers(headers, chain);
        return invocation.Payloads.Transforms is { } transforms
            && handler.Input.Kind == PayloadKind.None
            && handler.Output.Kind != PayloadKind.None
            && transforms.AnnouncesItself(target.Contract.Name)
            ? [.. own, new Header(PayloadTransforms.HeaderName, PayloadTransforms.HeaderValue)]
            : own;
    }

    private static IReadOnlyList<Header> Headers(IReadOnlyDictionary<string, string>? headers, Header? chain)
    {
        if (headers is null)
        {
            return chain is { } only ? [only] : [];
        }

        if (headers.Keys.Any(CallChain.IsChain))
        {
            throw new ArgumentException($"The header '{CallChain.HeaderName}' belongs to the call cycle guard and cannot be set.", nameof(headers));
        }

        var all = headers.Select(header => new Header(header.Key, header.Value));
        return chain is { } last ? [.. all, last] : [.. all];
    }

    private CallRequest Request<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        IPayloadSerializer? serializer,
        string? idempotencyKey,
        IReadOnlyList<Header> headers,
        string? scope,
        string? limitKey)
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
