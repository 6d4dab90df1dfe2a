using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Ingress;

/// <summary>Questions about invocations that exist.</summary>
internal sealed class InvocationRoutes(TestServer server)
{
    public async Task<HttpResponseMessage> AttachAsync(byte[] body)
    {
        if (Find(body) is not { } invocation)
        {
            return Answers.Failed("inv_1unknown", new Failure(404, "not found"));
        }

        return Answers.Result(invocation, await server.Outside.WaitAsync(invocation).ConfigureAwait(false), ContentTypes.Of(invocation.Handler));
    }

    public HttpResponseMessage Output(byte[] body) => Find(body) switch
    {
        null => Answers.Refused(404, "invocation not found"),
        { Result: { } result } invocation => Answers.Result(invocation, result, ContentTypes.Of(invocation.Handler)),
        _ => Answers.Refused(470, "the invocation exists but has not completed yet"),
    };

    public HttpResponseMessage Lookup(byte[] body)
    {
        // The server computes the id of what does not exist, too.
        return Answers.Json(HttpStatusCode.OK, new JsonObject { ["invocationId"] = Find(body)?.Id ?? "inv_1unknown" });
    }

    public HttpResponseMessage Operate(string invocationId, Action<ServerInvocation> operation)
    {
        if (server.Invocations.Find(invocationId) is not { } invocation)
        {
            return Answers.Json(HttpStatusCode.NotFound, new JsonObject { ["message"] = $"The requested invocation '{invocationId}' does not exist" });
        }

        if (invocation.IsCompleted)
        {
            return Answers.Json(HttpStatusCode.Conflict, new JsonObject { ["message"] = $"The invocation '{invocationId}' is already completed" });
        }

        operation(invocation);
        return new HttpResponseMessage(HttpStatusCode.Accepted);
    }

    private ServerInvocation? Find(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        AttachTarget target = Text(root, "target") switch
        {
            "workflow" => new WorkflowTarget(Text(root, "workflowName")!, Text(root, "workflowKey")!),
            "idempotentInvocation" => new IdempotentRequestTarget(
                Text(root, "service")!, Text(root, "key"), Text(root, "handler")!, Text(root, "idempotencyKey")!),
            _ => new InvocationIdTarget(Text(root, "invocationId")!),
        };
        return server.Invocations.Find(target);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
