namespace Restate.Actors.Tests.Client;

/// <summary>A request as the client handed it to the HTTP stack.</summary>
internal sealed record CapturedRequest(string Method, string Uri, IReadOnlyDictionary<string, string> Headers, string? ContentType, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
