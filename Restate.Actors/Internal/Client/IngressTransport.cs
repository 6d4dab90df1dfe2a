using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Internal.Client;

/// <summary>Carries the calls of typed proxies over HTTP.</summary>
internal sealed class IngressTransport : CallTransport
{
    private readonly Ingress _ingress;
    private readonly PayloadCodec _codec;
    private readonly SharedFilters<IOutgoingActorFilter> _filters;

    public IngressTransport(Ingress ingress, PayloadCodec codec, SharedFilters<IOutgoingActorFilter> filters)
    {
        _filters = filters;
        _ingress = ingress;
        _codec = codec;
        codec.References = this;
    }

    public override Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        if (_filters.IsEmpty)
        {
            return CallNowAsync(target, handler, arguments, options, options?.Headers, cancellationToken);
        }

        var call = OutgoingCall(target, handler, arguments, options?.Headers, options?.IdempotencyKey, isSend: false);
        return FilteredCall.RunAsync(
            _filters.All, call, () => call.BeginAsync(() => CallNowAsync(target, handler, arguments, options, call.Headers, cancellationToken)));
    }

    public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options)
    {
        if (_filters.IsEmpty)
        {
            return SendNowAsync(target, handler, arguments, options, options?.Headers);
        }

        var call = OutgoingCall(target, handler, arguments, options?.Headers, options?.IdempotencyKey, isSend: true);
        return FilteredCall.RunAsync(_filters.All, call, () => SendNowAsync(target, handler, arguments, options, call.Headers));
    }

    public override InvocationHandle<TResult> GetInvocation<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        string? idempotencyKey,
        string? scope)
    {
        return new IngressInvocationHandle<TResult>(
            _ingress, InvocationReference.ByTarget(TargetOf(target, handler), idempotencyKey, scope), response => _codec.Read(handler.Result, response));
    }

    private async Task<TResult> CallNowAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        IEnumerable<KeyValuePair<string, string>>? headers,
        CancellationToken cancellationToken)
    {
        var body = _codec.WriteInput(handler.Arguments.WithOwn(options?.Serializer), arguments, target.Contract.Name);
        var response = await _ingress.CallAsync(TargetOf(target, handler), body, options, headers, cancellationToken).ConfigureAwait(false);
        return _codec.Read(handler.Result.WithOwn(options?.Serializer), response);
    }

    private async Task<InvocationHandle<TResult>> SendNowAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options,
        IEnumerable<KeyValuePair<string, string>>? headers)
    {
        var body = _codec.WriteInput(handler.Arguments.WithOwn(options?.Serializer), arguments, target.Contract.Name);
        var format = handler.Result.WithOwn(options?.Serializer);
        var accepted = await _ingress.SendAsync(TargetOf(target, handler), body, options, headers, CancellationToken.None).ConfigureAwait(false);
        return new IngressInvocationHandle<TResult>(
            _ingress, InvocationReference.ById(accepted.Id), response => _codec.Read(format, response), accepted.IsPreviouslyAccepted);
    }

    private OutgoingCall<TArguments, TResult> OutgoingCall<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        IReadOnlyDictionary<string, string>? headers,
        string? idempotencyKey,
        bool isSend)
    {
        return new OutgoingCall<TArguments, TResult>(
            target, handler, arguments, _codec.Serializer, headers ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            IsSend = isSend,
            IdempotencyKey = idempotencyKey,
        };
    }

    private static InvocationTarget TargetOf(ActorTarget target, HandlerContract handler)
    {
        var key = target.Contract.Key is null ? null : target.Key;
        return new InvocationTarget(target.Contract.Name, key, handler.Name, IsWorkflowRun: handler.Kind == HandlerKind.WorkflowRun);
    }
}
