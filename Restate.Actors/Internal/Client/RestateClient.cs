using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.Internal.Client;

/// <summary>The client: proxies over <see cref="IngressTransport"/>.</summary>
internal sealed class RestateClient(Ingress ingress, PayloadCodec codec, SharedFilters<IOutgoingActorFilter> filters, ILogger logger)
    : TransportActorFactory(new IngressTransport(ingress, codec, filters), logger), IRestateClient
{
    public const string HttpClientName = "Restate.Actors";

    public override InvocationHandle<TResult> GetInvocation<TResult>(string invocationId)
    {
        return new IngressInvocationHandle<TResult>(
            ingress, InvocationReference.ById(invocationId), response => codec.Read(UntypedFormatOf<TResult>.Instance, response));
    }

    public InvocationHandle<TResult> GetWorkflow<TWorkflow, TResult>(string workflowId, string? scope = null)
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

        return new IngressInvocationHandle<TResult>(ingress, RunReference(contract, run, workflowId, scope), response => codec.Read(format, response));
    }

    public InvocationHandle GetWorkflow<TWorkflow>(string workflowId, string? scope = null)
        where TWorkflow : class, IWorkflow
    {
        var contract = ActorContracts.Get<TWorkflow>();
        return new IngressInvocationHandle<NoValue>(ingress, RunReference(contract, RunOf(contract), workflowId, scope), _ => default);
    }

    public override Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null)
    {
        return ingress.ResolveAwakeableAsync(awakeableId, codec.Write(PayloadFormatOf<T>.With(serializer), value, PayloadRoles.Awakeable));
    }

    public override Task RejectAwakeableAsync(string awakeableId, TerminalException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return ingress.RejectAwakeableAsync(awakeableId, error.Message);
    }

    public Task<IReadOnlyList<string>> CheckHealthAsync(CancellationToken cancellationToken = default) => ingress.CheckHealthAsync(cancellationToken);

    private static HandlerContract RunOf(ActorContract contract) => contract.Handlers.Single(handler => handler.Kind == HandlerKind.WorkflowRun);

    private static InvocationReference RunReference(ActorContract contract, HandlerContract run, string workflowId, string? scope)
    {
        var target = new InvocationTarget(contract.Name, Names.CheckKey(workflowId, contract.Name), run.Name, IsWorkflowRun: true);
        return InvocationReference.ByTarget(target, idempotencyKey: null, scope);
    }
}
