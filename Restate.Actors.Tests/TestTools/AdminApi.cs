using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>The admin API of a test server.</summary>
public sealed class AdminApi(RestateServer server) : IDisposable
{
    private readonly ServerHttpClient _client = new(server);

    /// <summary>Sends a request and returns whatever is answered.</summary>
    public Task<RawResponse> SendAsync(HttpMethod method, string path, string? json = null) =>
        json is null
            ? _client.SendAsync(server.AdminUri, method, path, body: null)
            : _client.SendAsync(
                server.AdminUri, method, path, Encoding.UTF8.GetBytes(json), ("content-type", "application/json"), ("accept", "application/json"));

    /// <summary>Runs a query over the server's tables, such as <c>sys_invocation</c>.</summary>
    /// <returns>The rows. A column that is NULL is left out of its row.</returns>
    public async Task<IReadOnlyList<JsonObject>> QueryAsync(string sql)
    {
        var answer = await SucceedAsync(HttpMethod.Post, "/query", new JsonObject { ["query"] = sql }.ToJsonString());
        return [.. JsonNode.Parse(answer.Body.Span)!["rows"]!.AsArray().Select(row => row!.AsObject())];
    }

    /// <summary>Registers an endpoint, in place of what was registered at the same address.</summary>
    /// <returns>The id of the deployment.</returns>
    public async Task<string> RegisterAsync(Uri endpoint, bool useHttp11 = false)
    {
        var request = new JsonObject { ["uri"] = endpoint.AbsoluteUri, ["force"] = true, ["use_http_11"] = useHttp11 };
        var answer = await SucceedAsync(HttpMethod.Post, "/deployments", request.ToJsonString());
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString()!;
    }

    /// <summary>Asks for the cancellation of an invocation; it ends when its handler does.</summary>
    public Task CancelAsync(string invocationId) => SucceedAsync(HttpMethod.Patch, $"/invocations/{invocationId}/cancel");

    /// <summary>Ends an invocation without its handler.</summary>
    public Task KillAsync(string invocationId) => SucceedAsync(HttpMethod.Patch, $"/invocations/{invocationId}/kill");

    public void Dispose() => _client.Dispose();

    private async Task<RawResponse> SucceedAsync(HttpMethod method, string path, string? json = null)
    {
        var answer = await SendAsync(method, path, json);
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted
            ? answer
            : throw new XunitException($"{method} {path} was answered {(int)answer.Status}: {answer.Text}\nRestate server:\n{server.LogTail}");
    }
}
