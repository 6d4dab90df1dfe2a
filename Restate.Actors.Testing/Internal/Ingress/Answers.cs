using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Ingress;

/// <summary>What the ingress answers.</summary>
internal static class Answers
{
    private const string IdHeader = "x-restate-id";
    private const string SourceHeader = "x-restate-error-source";

    public static HttpResponseMessage Json(HttpStatusCode status, JsonObject content)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(content.ToJsonString())) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return answer;
    }

    /// <summary>The ingress itself refuses.</summary>
    public static HttpResponseMessage Refused(int status, string message)
    {
        var answer = Json((HttpStatusCode)status, new JsonObject { ["code"] = status, ["message"] = message, ["source"] = "ingress" });
        answer.Headers.TryAddWithoutValidation(SourceHeader, "ingress");
        return answer;
    }

    /// <summary>The invocation has ended.</summary>
    public static HttpResponseMessage Result(ServerInvocation invocation, InvocationResult result, string contentType)
    {
        if (result.Failure is { } failure)
        {
            return Failed(invocation.Id, failure);
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ReadOnlyMemoryContent(result.Value) };
        if (!result.Value.IsEmpty && invocation.Handler.Contract.Output.Kind != PayloadKind.None)
        {
            answer.Content.Headers.TryAddWithoutValidation("content-type", contentType);
        }

        answer.Headers.TryAddWithoutValidation(IdHeader, invocation.Id);
        return answer;
    }

    public static HttpResponseMessage Failed(string invocationId, Failure failure)
    {
        var metadata = failure.Metadata.Count == 0 ? null : new JsonObject(failure.Metadata.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        var status = failure.Code is >= 100 and <= 999 ? failure.Code : 500;
        var answer = Json(
            (HttpStatusCode)status,
            new JsonObject { ["code"] = failure.Code, ["message"] = failure.Message, ["metadata"] = metadata, ["source"] = "invocation" });
        answer.Headers.TryAddWithoutValidation(SourceHeader, "invocation");
        answer.Headers.TryAddWithoutValidation(IdHeader, invocationId);
        return answer;
    }
}
