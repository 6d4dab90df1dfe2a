using System.Text;

namespace Restate.Actors.Tests.TestTools;

/// <summary>The ingress of a test server, raw.</summary>
public sealed class IngressApi(RestateServer server) : IDisposable
{
    private readonly ServerHttpClient _client = new(server);

    /// <summary>Sends a request with a path such as <c>/Counter/key/add</c>, already escaped, and returns whatever is answered.</summary>
    public Task<RawResponse> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body = null, params IEnumerable<(string Name, string Value)> headers) =>
        _client.SendAsync(server.IngressUri, method, path, body, headers);

    /// <summary>Posts a JSON text to a handler's path.</summary>
    public Task<RawResponse> PostJsonAsync(string path, string json, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json), [("content-type", "application/json"), .. headers]);

    /// <summary>Posts without a body to a handler's path.</summary>
    public Task<RawResponse> PostAsync(string path, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Post, path, body: null, headers);

    public void Dispose() => _client.Dispose();
}
