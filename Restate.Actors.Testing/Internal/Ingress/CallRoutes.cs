using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Ingress;

/// <summary>Calls and sends from outside.</summary>
internal sealed class CallRoutes(TestServer server)
{
    private static readonly string[] Dropped = ["idempotency-key", "host", "connection", "content-length"];

    public async Task<HttpResponseMessage> CallAsync(HttpRequestMessage request, string[] path, byte[] body)
    {
        if (!TryRead(request, path, body, out var invocationRequest, out var handler, out var refusal))
        {
            return refusal!;
        }

        var (invocation, isNew) = server.Submit(invocationRequest!, handler!);
        if (!isNew && handler!.IsWorkflowRun)
        {
            return Answers.Failed(invocation.Id, new Failure(ErrorCodes.Cancelled, "the workflow method was already invoked"));
        }

        return Answers.Result(invocation, await server.Outside.WaitAsync(invocation).ConfigureAwait(false), ContentTypes.Of(handler!));
    }

    public HttpResponseMessage Send(HttpRequestMessage request, string[] path, byte[] body)
    {
        if (!TryRead(request, path, body, out var invocationRequest, out var handler, out var refusal))
        {
            return refusal!;
        }

        var (invocation, isNew) = server.Submit(invocationRequest! with { StartTime = server.Time.GetUtcNow() + DelayOf(request.RequestUri!) }, handler!);
        var answer = Answers.Json(HttpStatusCode.Accepted, new JsonObject { ["invocationId"] = invocation.Id, ["status"] = isNew ? "Accepted" : "PreviouslyAccepted" });
        answer.Headers.TryAddWithoutValidation("x-restate-id", invocation.Id);
        return answer;
    }

    private bool TryRead(
        HttpRequestMessage request, string[] path, byte[] body, out InvocationRequest? read, out ServedHandler? handler, out HttpResponseMessage? refusal)
    {
        read = null;
        handler = null;
        var service = path[0];
        if (!server.Actors.HasService(service))
        {
            refusal = Answers.Refused(404, $"service '{service}' not found, make sure to register the service before calling it. The test host has: {string.Join(", ", server.Actors.Names)}.");
            return false;
        }

        handler = server.Actors.Find(service, path[^1]);
        refusal = Refuse(request, path, body, handler);
        if (refusal is not null)
        {
            return false;
        }

        read = new InvocationRequest
        {
            Target = new ActorKey(service, path.Length == 3 ? Uri.UnescapeDataString(path[1]) : ""),
            Handler = path[^1],
            Input = body,
            Headers = [.. HeadersOf(request)],
            IdempotencyKey = request.Headers.TryGetValues("idempotency-key", out var keys) ? keys.First() : null,
        };
        return true;
    }

    private static HttpResponseMessage? Refuse(HttpRequestMessage request, string[] path, byte[] body, ServedHandler? handler)
    {
        if (handler is null)
        {
            return Answers.Refused(404, $"the service '{path[0]}' exists, but the handler '{path[^1]}' was not found, check that the handler exists in the latest registered service version");
        }

        if (path.Length != (handler.HasKey ? 3 : 2))
        {
            return Answers.Refused(400, "bad path, expected either /:service-name/:handler or /:service-name/:object-key/:handler");
        }

        if (handler.Options.IsPrivate || handler.Contract.IsPrivate)
        {
            return Answers.Refused(400, "the invoked service is not public");
        }

        var problem = ContentTypes.Problem(handler, request.Content?.Headers.ContentType?.MediaType, body.Length);
        return problem is null ? null : Answers.Refused(400, $"input validation error: {problem}");
    }

    private static IEnumerable<Header> HeadersOf(HttpRequestMessage request)
    {
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Headers;
        headers = request.Content is null ? headers : headers.Concat(request.Content.Headers);
        return headers
            .Where(static header => !Dropped.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .Select(static header => new Header(header.Key.ToLowerInvariant(), header.Value.First()));
    }

    // The client sends whole milliseconds.
    private static TimeSpan DelayOf(Uri uri)
    {
        const string Start = "?delay=";
        return uri.Query.StartsWith(Start, StringComparison.Ordinal)
            ? TimeSpan.FromMilliseconds(long.Parse(uri.Query.AsSpan()[Start.Length..^2], CultureInfo.InvariantCulture))
            : TimeSpan.Zero;
    }
}
