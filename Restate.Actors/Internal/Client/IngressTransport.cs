using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Internal.Client;

/// <summary>Carries the calls of typed proxies over HTTP.</summary>
internal sealed class IngressTransport : CallTransport
{
    private readonly Ingress _ingress;
    private readonly PayloadCodec _codec;

    public IngressTransport(Ingress ingress, PayloadCodec codec)
    {
        _ingress = ingress;
        _codec = codec;
        codec.References = this;
    }

    public override async Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        var body = _codec.WriteInput(handler.Arguments.WithOwn(options?.Serializer), arguments, target.Contract.Name);
        var response = await _ingress.CallAsync(TargetOf(target, handler), body, options, cancellationToken).ConfigureAwait(false);
        return _codec.Read(handler.Result.WithOwn(options?.Serializer), response);
    }

    public override async Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options)
    {
        var body = _codec.WriteInput(handler.Arguments.WithOwn(options?.Serializer), arguments, target.Contract.Name);
        var format = handler.Result.WithOwn(options?.Serializer);
        var accepted = await _ingress.SendAsync(TargetOf(target, handler), body, options, CancellationToken.None).ConfigureAwait(false);
        return new IngressInvocationHandle<TResult>(
            _ingress, InvocationReference.ById(accepted.Id), response => _codec.Read(format, response), accepted.IsPreviouslyAccepted);
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

    private static InvocationTarget TargetOf(ActorTarget target, HandlerContract handler)
    {
        var key = target.Contract.Key is null ? null : target.Key;
        return new InvocationTarget(target.Contract.Name, key, handler.Name, IsWorkflowRun: handler.Kind == HandlerKind.WorkflowRun);
    }
}
