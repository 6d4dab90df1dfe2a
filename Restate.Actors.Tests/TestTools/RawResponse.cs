using System.Net;

namespace Restate.Actors.Tests.TestTools;

/// <summary>All of an HTTP answer. Headers of one name are joined with commas; names are looked up without regard to case.</summary>
public sealed record RawResponse(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body.Span);
}
