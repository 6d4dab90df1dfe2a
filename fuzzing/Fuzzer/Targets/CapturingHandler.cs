using System.Net;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Plays the server behind a client: keeps the address of the last request and answers as it was told.</summary>
internal sealed class CapturingHandler : HttpMessageHandler
{
    public int Status { get; set; } = 200;

    public byte[] Body { get; set; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    /// <summary>Gets the address of the last request as it goes on the wire.</summary>
    public string? Address { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address = request.RequestUri!.OriginalString;
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Task.FromResult(response);
    }
}
