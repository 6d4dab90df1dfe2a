namespace Restate.Actors.Internal.Http;

/// <summary>One request to the server, which may be sent several times.</summary>
internal sealed class ServerRequest
{
    public required HttpMethod Method { get; init; }

    public required Uri Uri { get; init; }

    /// <summary>What it does, for messages and logs: no key, no payload.</summary>
    public required string Operation { get; init; }

    public RawPayload Body { get; init; } = RawPayload.Empty;

    public IEnumerable<KeyValuePair<string, string>>? Headers { get; init; }

    public string? IdempotencyKey { get; init; }

    /// <summary>Whether sending it twice does no more than sending it once.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the answer comes only when an invocation has finished.</summary>
    public bool IsWait { get; init; }

    /// <summary>Whether a retry is never wanted.</summary>
    public bool IsSingleAttempt { get; init; }

    /// <summary>Whether it calls the run of a workflow.</summary>
    public bool IsWorkflowRun { get; init; }

    /// <summary>What may have happened when the connection broke and the request is not repeatable.</summary>
    public string? HintIfBroken { get; init; }
}
