using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit.Sdk;

namespace Restate.Actors.Tests.Conformance;

/// <summary>Calls the conformance services through the ingress.</summary>
public sealed class ConformanceClient(RestateServer server, ConformanceApp app)
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(40);

    /// <summary>Calls a handler that must succeed.</summary>
    /// <param name="target">As <c>Counter/key/add</c>, the key already escaped.</param>
    /// <param name="json">The input, or <see langword="null"/> for none.</param>
    /// <returns>The output as text.</returns>
    public async Task<string> CallAsync(string target, string? json = null)
    {
        var answer = await PostAsync($"/{target}", json);
        return answer.Status == HttpStatusCode.OK
            ? answer.Text
            : throw new XunitException($"{target} was answered {(int)answer.Status}: {answer.Text}\nApp:\n{app.Output}\nServer:\n{server.LogTail}");
    }

    /// <summary>Calls a handler that must fail.</summary>
    /// <returns>The body of the answer: code, message, metadata.</returns>
    public async Task<JsonNode> FailAsync(string target, string? json = null)
    {
        var answer = await PostAsync($"/{target}", json);
        var body = answer.Status == HttpStatusCode.OK ? null : JsonNode.Parse(answer.Body.Span);
        return (int?)body?["code"] == (int)answer.Status
            ? body!
            : throw new XunitException($"{target} should have failed, but was answered {(int)answer.Status}: {answer.Text}\nApp:\n{app.Output}");
    }

    /// <summary>Starts an invocation.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SendAsync(string target, string? json = null, string query = "")
    {
        var answer = await PostAsync($"/{target}/send{query}", json);
        return answer.Status is HttpStatusCode.Accepted or HttpStatusCode.OK
            ? JsonNode.Parse(answer.Body.Span)!["invocationId"]!.GetValue<string>()
            : throw new XunitException($"{target} was answered {(int)answer.Status}: {answer.Text}");
    }

    /// <summary>Waits for the result of an invocation.</summary>
    public Task<RawResponse> AttachAsync(string invocationId) => server.Ingress.SendAsync(HttpMethod.Get, $"/restate/invocation/{invocationId}/attach");

    /// <summary>Asks again and again until something is as expected.</summary>
    public async Task WaitUntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > WaitLimit)
            {
                throw new XunitException($"Still not after {WaitLimit}: {what}\nApp:\n{app.Output}\nServer:\n{server.LogTail}");
            }

            await Task.Delay(20);
        }
    }

    private Task<RawResponse> PostAsync(string path, string? json)
    {
        return json is null
            ? server.Ingress.PostAsync(path)
            : server.Ingress.SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json), ("content-type", "application/json"));
    }
}
