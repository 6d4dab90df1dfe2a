using System.Buffers;
using System.Text.Json;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>How an invocation is named to the server: by id, by the idempotency key of its target, or as the run of a workflow.</summary>
/// <remarks>Always sent in a body. In a path an idempotency key could not be escaped.</remarks>
internal sealed class InvocationReference
{
    private readonly InvocationTarget? _target;
    private readonly string? _idempotencyKey;
    private readonly string? _scope;

    private InvocationReference(string? id, InvocationTarget? target, string? idempotencyKey, string? scope)
    {
        Id = id;
        _target = target;
        _idempotencyKey = idempotencyKey;
        _scope = scope;
    }

    public string? Id { get; }

    public static InvocationReference ById(string invocationId)
    {
        ArgumentNullException.ThrowIfNull(invocationId);
        return invocationId.StartsWith("inv_", StringComparison.Ordinal) ? new InvocationReference(invocationId, target: null, idempotencyKey: null, scope: null)
            : throw new ArgumentException($"'{invocationId}' is not the id of an invocation; it begins with inv_.", nameof(invocationId));
    }

    public static InvocationReference ByTarget(InvocationTarget target, string? idempotencyKey, string? scope)
    {
        ArgumentNullException.ThrowIfNull(target);
        HeaderRules.CheckIdempotencyKey(idempotencyKey);
        ScopeRules.Check(scope, limitKey: null);
        if (target.IsWorkflowRun != idempotencyKey is null)
        {
            throw new ArgumentException(
                target.IsWorkflowRun
                    ? $"The run {target} of a workflow is found by the workflow's id alone; it cannot have an idempotency key."
                    : $"An invocation of {target} is found by its idempotency key only.",
                nameof(idempotencyKey));
        }

        return new InvocationReference(id: null, target, idempotencyKey, scope);
    }

    public RawPayload ToBody()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            WriteMembers(writer);
            writer.WriteEndObject();
        }

        return new RawPayload(bytes.WrittenMemory, "application/json");
    }

    public override string ToString() => Id ?? (_idempotencyKey is null ? $"of the workflow run {_target}" : $"of {_target} with this idempotency key");

    private void WriteMembers(Utf8JsonWriter writer)
    {
        if (_target is null)
        {
            writer.WriteString("target", "invocation");
            writer.WriteString("invocationId", Id);
        }
        else if (_idempotencyKey is null)
        {
            writer.WriteString("target", "workflow");
            writer.WriteString("workflowName", _target.Service);
            writer.WriteString("workflowKey", _target.Key);
        }
        else
        {
            writer.WriteString("target", "idempotentInvocation");
            writer.WriteString("service", _target.Service);
            if (_target.Key is not null)
            {
                writer.WriteString("key", _target.Key);
            }

            writer.WriteString("handler", _target.Handler);
            writer.WriteString("idempotencyKey", _idempotencyKey);
        }

        if (_scope is not null)
        {
            writer.WriteString("scope", _scope);
        }
    }
}
