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
        var request = Request(target, handler, arguments, options?.IdempotencyKey, options?.Headers, options?.Scope, options?.LimitKey);
        var ids = invocation.Journal.Calls.Call(request);
        var task = invocation.WaitAsync(new PayloadWait<TResult>(ids.Result, handler.Result, invocation.Serializer, $"{target.Contract.Name}/{handler.Name}"));
        if (cancellationToken.CanBeCanceled && cancellationToken != invocation.Cancellation.Token)
        {
            // The invocation's own cancellation is passed on to its calls by the journal.
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
        var request = Request(target, handler, arguments, options?.IdempotencyKey, options?.Headers, options?.Scope, options?.LimitKey);
        var id = invocation.Journal.Calls.Send(request, InvokeTime(options?.Delay ?? TimeSpan.Zero));
        return Task.FromResult<InvocationHandle<TResult>>(new JournalInvocationHandle<TResult>(invocation, id, handler.Result));
    }

    private CallRequest Request<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        string? idempotencyKey,
        IReadOnlyDictionary<string, string>? headers,
        string? scope,
        string? limitKey)
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
            Headers = headers is null ? [] : [.. headers.Select(header => new Header(header.Key, header.Value))],
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
