using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Time;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>All invocations, by what they can be found by, for as long as the server keeps them.</summary>
internal sealed class InvocationTable(VirtualTime time)
{
    private readonly List<ServerInvocation> _all = [];
    private readonly Dictionary<string, ServerInvocation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServerInvocation> _byRawId = new(StringComparer.Ordinal);
    private readonly Dictionary<(ActorKey Target, string Handler, string Key), ServerInvocation> _idempotent = [];
    private readonly Dictionary<ActorKey, ServerInvocation> _workflows = [];

    /// <summary>Gets or sets who is told that a workflow's retention is over.</summary>
    public Action<ActorKey> WorkflowExpired { get; set; } = static _ => { };

    /// <summary>Gets every invocation there was, in the order of their start.</summary>
    public IReadOnlyList<ServerInvocation> All => _all;

    public ServerInvocation Add(InvocationRequest request, ServedHandler handler)
    {
        var invocation = new ServerInvocation(new InvocationId(_all.Count + 1), request, handler, time.GetUtcNow());
        _all.Add(invocation);
        _byId.Add(invocation.Id, invocation);
        _byRawId.Add(Convert.ToHexString(invocation.Identity.Raw.Span), invocation);
        if (handler.IsWorkflowRun)
        {
            _workflows[request.Target] = invocation;
        }
        else if (request.IdempotencyKey is { } key)
        {
            _idempotent[(request.Target, handler.Contract.Name, key)] = invocation;
        }

        return invocation;
    }

    public ServerInvocation? Find(string id) => Kept(_byId.GetValueOrDefault(id));

    /// <summary>Finds the invocation to which the bytes of an awakeable's id belong.</summary>
    public ServerInvocation? Find(ReadOnlySpan<byte> rawId) => _byRawId.GetValueOrDefault(Convert.ToHexString(rawId));

    public ServerInvocation? FindIdempotent(ActorKey target, string handler, string key) => Kept(_idempotent.GetValueOrDefault((target, handler, key)));

    public ServerInvocation? FindWorkflow(ActorKey workflow)
    {
        var found = _workflows.GetValueOrDefault(workflow);
        if (found is not null && Kept(found) is null)
        {
            _workflows.Remove(workflow);
            WorkflowExpired(workflow);
            return null;
        }

        return found;
    }

    public ServerInvocation? Find(AttachTarget target) => target switch
    {
        InvocationIdTarget byId => Find(byId.InvocationId),
        WorkflowTarget workflow => FindWorkflow(new ActorKey(workflow.Name, workflow.Key)),
        IdempotentRequestTarget request => FindIdempotent(new ActorKey(request.Service, request.Key ?? ""), request.Handler, request.IdempotencyKey),
        _ => null,
    };

    /// <summary>Finds the invocation that an equal request has started.</summary>
    public ServerInvocation? FindEarlier(InvocationRequest request, ServedHandler handler)
    {
        return handler.IsWorkflowRun ? FindWorkflow(request.Target)
            : request.IdempotencyKey is { } key ? FindIdempotent(request.Target, handler.Contract.Name, key)
            : null;
    }

    /// <summary>Forgets an invocation for all but the inspection by a test.</summary>
    public void Forget(ServerInvocation invocation) => _byId.Remove(invocation.Id);

    private ServerInvocation? Kept(ServerInvocation? invocation)
    {
        return invocation?.Completed is { } completed && time.GetUtcNow() >= completed + RetentionOf(invocation) ? null : invocation;
    }

    private static TimeSpan RetentionOf(ServerInvocation invocation)
    {
        var policy = invocation.Handler.Options;
        if (invocation.Handler.IsWorkflowRun)
        {
            return policy.WorkflowRetention;
        }

        // The server gives each request from outside an idempotency key of its own.
        var isKeyed = invocation.Request.IdempotencyKey is not null || invocation.Request.CallerId is null;
        return isKeyed && policy.IdempotencyRetention > policy.JournalRetention ? policy.IdempotencyRetention : policy.JournalRetention;
    }
}
