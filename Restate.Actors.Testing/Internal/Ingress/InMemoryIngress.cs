using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Ingress;

/// <summary>The ingress of the server, and of its admin API what the client uses, without a network: the client's HTTP requests end here.</summary>
internal sealed class InMemoryIngress(TestServer server) : HttpMessageHandler
{
    public static readonly Uri IngressUri = new("http://ingress.test");
    public static readonly Uri AdminUri = new("http://admin.test");

    private readonly CallRoutes _calls = new(server);
    private readonly InvocationRoutes _invocations = new(server);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var answer = new TaskCompletionSource<Task<HttpResponseMessage>>(
            server.Outside.ContinuesInline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
        server.Loop.Post(new object(), () => Answer(request, body, answer));
        var response = await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await response.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Answer(HttpRequestMessage request, byte[] body, TaskCompletionSource<Task<HttpResponseMessage>> answer)
    {
        try
        {
            if (server.Outside.Failure is { } failure)
            {
                throw failure.Again();
            }

            answer.SetResult(RouteAsync(request, body));
        }
        catch (Exception error)
        {
            answer.SetException(error);
        }
    }

    private Task<HttpResponseMessage> RouteAsync(HttpRequestMessage request, byte[] body)
    {
        var path = request.RequestUri!.AbsolutePath.TrimStart('/');
        if (request.RequestUri.Host == AdminUri.Host)
        {
            return Task.FromResult(Operate(path.Split('/')));
        }

        string[] segments = path.Split('/');
        return segments switch
        {
            ["restate", "call", .. var target] => _calls.CallAsync(request, target, body),
            ["restate", "send", .. var target] => Task.FromResult(_calls.Send(request, target, body)),
            ["restate", "attach"] => _invocations.AttachAsync(body),
            ["restate", "output"] => Task.FromResult(_invocations.Output(body)),
            ["restate", "lookup"] => Task.FromResult(_invocations.Lookup(body)),
            ["restate", "a", var id, var operation] => Task.FromResult(CompleteAwakeable(Uri.UnescapeDataString(id), operation, body)),
            ["restate", "health"] => Task.FromResult(Answers.Json(HttpStatusCode.OK, new JsonObject { ["services"] = new JsonArray([.. server.Actors.Names.Select(static name => (JsonNode)name)]) })),
            _ => Task.FromResult(Answers.Refused(404, "not found")),
        };
    }

    private HttpResponseMessage Operate(string[] path) => path switch
    {
        ["invocations", var id, "cancel"] => _invocations.Operate(id, server.Cancel),
        ["invocations", var id, "kill"] => _invocations.Operate(id, server.Kill),
        ["invocations", var id, "resume"] => _invocations.Operate(id, server.Retries.Resume),
        _ => Answers.Json(HttpStatusCode.NotImplemented, new JsonObject { ["message"] = "The test host's admin API can cancel, kill and resume invocations, and nothing else. Use the members of ActorTestHost." }),
    };

    private HttpResponseMessage CompleteAwakeable(string id, string operation, byte[] body)
    {
        var result = operation == "resolve" ? new InvocationResult(body, null) : new InvocationResult(default, new Failure(500, Encoding.UTF8.GetString(body)));
        return new CallEffects(server).CompleteAwakeable(senderId: null, id, result)
            ? new HttpResponseMessage(HttpStatusCode.Accepted)
            : Answers.Refused(400, $"bad awakeable id '{id}': bad format");
    }
}
