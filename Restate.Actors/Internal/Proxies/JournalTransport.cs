using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;
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

        var request = Request(target, handler, arguments, options?.IdempotencyKey, Headers(options?.Headers, invocation.Chain!.ToHeader()), options?.Scope, options?.LimitKey, options?.Name);
        var ids = invocation.Journal.Calls.Call(request);
        var task = invocation.WaitAsync(new PayloadWait<TResult>(ids.Result, handler.Result, invocation.Serializer, $"{target.Contract.Name}/{handler.Name}"));
        if (cancellationToken.CanBeCanceled && (cancellationToken != invocation.Cancellation.Token || invocation.Settings.CancelsExplicitly))
        {
            // The invocation's own cancellation is passed on to its calls by the journal, unless the handler does it.
            var handle = new JournalInvocationHandle<TResult>(invocation, ids.InvocationId, handler.Result);
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
        var request = Request(target, handler, arguments, options?.IdempotencyKey, Headers(options?.Headers, chain: null), options?.Scope, options?.LimitKey, options?.Name);
        var id = invocation.Journal.Calls.Send(request, InvokeTime(options?.Delay ?? TimeSpan.Zero));
        return Task.FromResult<InvocationHandle<TResult>>(new JournalInvocationHandle<TResult>(invocation, id, handler.Result));
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

        return new CallRequest
        {
            Service = target.Contract.Name,
            Handler = handler.Name,
            Key = target.Key,
            Parameter = invocation.Serialize(handler.Arguments, arguments, $"The input of {target.Contract.Name}/{handler.Name}"),
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
