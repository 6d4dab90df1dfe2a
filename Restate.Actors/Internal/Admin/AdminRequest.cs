using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Restate.Actors.Internal.Admin;

/// <summary>One request to the admin API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query, escaped, beginning with a slash.</param>
/// <param name="Operation">What it does, for messages: no payload.</param>
internal sealed record AdminRequest(HttpMethod Method, string Path, string Operation)
{
    public RawPayload Body { get; private init; } = RawPayload.Empty;

    /// <summary>Gets whether sending it twice does no more than sending it once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets whether a retry is never wanted.</summary>
    public bool IsSingleAttempt { get; init; }

    public AdminRequest With<T>(T body, JsonTypeInfo<T> type)
    {
        return this with { Body = new RawPayload(JsonSerializer.SerializeToUtf8Bytes(body, type), "application/json") };
    }

    public AdminRequest With(RawPayload body) => this with { Body = body };
}
