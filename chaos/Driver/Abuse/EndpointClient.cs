using System.Net;
using System.Net.Http.Headers;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>Speaks HTTP/2 with an endpoint as the server does.</summary>
internal sealed class EndpointClient(int port) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Begins an attempt.</summary>
    /// <param name="handler">Service and handler.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Resets the stream.</param>
    /// <returns>The response, when its headers have come.</returns>
    public Task<HttpResponseMessage> InvokeAsync(string handler, HttpContent body, CancellationToken cancellationToken)
    {
        body.Headers.ContentType = new MediaTypeHeaderValue(AttemptBytes.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/invoke/{handler}", UriKind.Relative))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = body,
        };
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <summary>Runs one attempt to its end.</summary>
    /// <returns>Whether the endpoint has answered it with a result.</returns>
    public async Task<bool> AnswersAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var body = new ByteArrayContent(AttemptBytes.Start("probe"));
        using var response = await InvokeAsync("Account/Touch", body, patience.Token);
        var answer = await response.Content.ReadAsByteArrayAsync(patience.Token);
        return response.IsSuccessStatusCode && answer.AsSpan().IndexOf("1000"u8) >= 0;
    }

    public void Dispose() => _client.Dispose();
}
