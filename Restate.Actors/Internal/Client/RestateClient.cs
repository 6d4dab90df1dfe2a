using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Internal.Client;

/// <summary>The client: typed proxies over <see cref="IngressTransport"/>, untyped calls straight on <see cref="Ingress"/>.</summary>
internal sealed class RestateClient(Ingress ingress, PayloadCodec codec, ILogger logger)
    : TransportActorFactory(new IngressTransport(ingress, codec), logger), IRestateClient
{
    public override InvocationHandle<TResult> GetInvocation<TResult>(string invocationId) => Handle<TResult>(InvocationReference.ById(invocationId));

    public InvocationHandle<TResult> GetInvocation<TResult>(InvocationTarget target, string? idempotencyKey = null)
    {
        return Handle<TResult>(InvocationReference.ByTarget(target, idempotencyKey));
    }

    public InvocationHandle<TResult> GetWorkflow<TWorkflow, TResult>(string workflowId)
        where TWorkflow : class, IWorkflow
    {
        var contract = ActorContracts.Get<TWorkflow>();
        var run = RunOf(contract);
        if (run.Output is not PayloadFormat<TResult> format)
        {
            throw new InvalidOperationException(
                $"The run {contract.Name}/{run.Name} of the workflow {typeof(TWorkflow)} does not return {typeof(TResult)}. "
                + "Name the type that its Task or ValueTask has; for a run without a result call GetWorkflow<TWorkflow>(workflowId).");
        }

        return new IngressInvocationHandle<TResult>(ingress, RunReference(contract, run, workflowId), response => codec.Read(format, response));
    }

    public InvocationHandle GetWorkflow<TWorkflow>(string workflowId)
        where TWorkflow : class, IWorkflow
    {
        var contract = ActorContracts.Get<TWorkflow>();
        return new IngressInvocationHandle<NoValue>(ingress, RunReference(contract, RunOf(contract), workflowId), _ => default);
    }

    public async Task<TResult> CallAsync<TResult>(InvocationTarget target, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Reader<TResult>(options?.Serializer)(await ingress.CallAsync(target, codec.Empty(target.Service), options, cancellationToken).ConfigureAwait(false));
    }

    public async Task<TResult> CallAsync<TRequest, TResult>(
        InvocationTarget target, TRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        var body = Body(target, request, options?.Serializer);
        return Reader<TResult>(options?.Serializer)(await ingress.CallAsync(target, body, options, cancellationToken).ConfigureAwait(false));
    }

    public async Task<RawPayload> CallRawAsync(
        InvocationTarget target, RawPayload request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(request);
        return Raw(await ingress.CallAsync(target, request, options, cancellationToken).ConfigureAwait(false));
    }

    public async Task<InvocationHandle> SendAsync(InvocationTarget target, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        return await SendBodyAsync(target, RawPayload.Empty, options, _ => default(NoValue), cancellationToken).ConfigureAwait(false);
    }

    public async Task<InvocationHandle> SendAsync<TRequest>(
        InvocationTarget target, TRequest request, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        return await SendBodyAsync(target, Body(target, request, options?.Serializer), options, _ => default(NoValue), cancellationToken).ConfigureAwait(false);
    }

    public Task<InvocationHandle<TResult>> SendAsync<TRequest, TResult>(
        InvocationTarget target, TRequest request, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        return SendBodyAsync(target, Body(target, request, options?.Serializer), options, Reader<TResult>(options?.Serializer), cancellationToken);
    }

    public Task<InvocationHandle<RawPayload>> SendRawAsync(
        InvocationTarget target, RawPayload request, SendOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SendBodyAsync(target, request, options, Raw, cancellationToken);
    }

    public override Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null)
    {
        return ingress.ResolveAwakeableAsync(awakeableId, codec.Write(PayloadCodec.FormatOf<T>(serializer), value, PayloadRoles.Awakeable));
    }

    public override Task RejectAwakeableAsync(string awakeableId, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ingress.RejectAwakeableAsync(awakeableId, message);
    }

    public Task<IReadOnlyList<string>> CheckHealthAsync(CancellationToken cancellationToken = default) => ingress.CheckHealthAsync(cancellationToken);

    private static HandlerContract RunOf(ActorContract contract) => contract.Handlers.Single(handler => handler.Kind == HandlerKind.WorkflowRun);

    private static InvocationReference RunReference(ActorContract contract, HandlerContract run, string workflowId)
    {
        var target = new InvocationTarget(contract.Name, Names.CheckKey(workflowId, contract.Name), run.Name, isWorkflowRun: true);
        return InvocationReference.ByTarget(target, idempotencyKey: null);
    }

    private static RawPayload Raw(ServerResponse response) => new(response.Body, response.ContentType);

    private async Task<InvocationHandle<TResult>> SendBodyAsync<TResult>(
        InvocationTarget target, RawPayload body, SendOptions? options, Func<ServerResponse, TResult> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        var accepted = await ingress.SendAsync(target, body, options, cancellationToken).ConfigureAwait(false);
        return new IngressInvocationHandle<TResult>(ingress, InvocationReference.ById(accepted.Id), read, accepted.IsPreviouslyAccepted);
    }

    private RawPayload Body<T>(InvocationTarget target, T value, IPayloadSerializer? serializer)
    {
        ArgumentNullException.ThrowIfNull(target);
        return codec.WriteInput(PayloadCodec.FormatOf<T>(serializer), value, target.Service);
    }

    private Func<ServerResponse, TResult> Reader<TResult>(IPayloadSerializer? serializer)
    {
        var format = PayloadCodec.FormatOf<TResult>(serializer);
        return response => codec.Read(format, response);
    }

    private IngressInvocationHandle<TResult> Handle<TResult>(InvocationReference reference) => new(ingress, reference, Reader<TResult>(serializer: null));
}
