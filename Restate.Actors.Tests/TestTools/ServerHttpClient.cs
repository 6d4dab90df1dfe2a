using Xunit.Sdk;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Sends requests to one address of a test server as they are, and puts the server's output into the message when it does not answer.</summary>
internal sealed class ServerHttpClient(RestateServer server) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <param name="baseUri">The address; a path in it is replaced.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and query exactly as they go on the wire, already escaped.</param>
    /// <param name="body">The body, or <see langword="null"/> for none.</param>
    /// <param name="headers">Headers, also those of the content.</param>
    public async Task<RawResponse> SendAsync(
        Uri baseUri, HttpMethod method, string path, ReadOnlyMemory<byte>? body, params IEnumerable<(string Name, string Value)> headers)
    {
        var uri = new Uri(baseUri.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, uri);
        request.Content = body is { } bytes ? new ReadOnlyMemoryContent(bytes) : null;
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        try
        {
            using var response = await _client.SendAsync(request);
            var all = response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
            return new RawResponse(response.StatusCode, all, await response.Content.ReadAsByteArrayAsync());
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            throw new XunitException($"{method} {uri} failed: {error.Message}\nRestate server:\n{server.LogTail}", error);
        }
    }

    public void Dispose() => _client.Dispose();
}
