using System.Net.Http.Headers;

namespace Restate.Actors.Internal.Http;

/// <summary>The answer of the server, read to its end.</summary>
internal sealed class ServerResponse
{
    public required int Status { get; init; }

    public ErrorSource Source { get; init; }

    public string? InvocationId { get; init; }

    public string? ContentType { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets whether the request succeeded. A handler may fail with code 200, so the status alone does not tell.</summary>
    public bool IsSuccess => Status is >= 200 and <= 299 && Source == ErrorSource.None;

    public static async Task<ServerResponse> ReadAsync(HttpResponseMessage message, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await message.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return new ServerResponse
        {
            Status = (int)message.StatusCode,
            Source = Header(message.Headers, "x-restate-error-source") switch
            {
                null => ErrorSource.None,
                "ingress" => ErrorSource.Ingress,
                "invocation" => ErrorSource.Invocation,
                _ => ErrorSource.Unknown,
            },
            InvocationId = Header(message.Headers, "x-restate-id"),
            ContentType = Header(message.Content.Headers, "content-type"),
            RetryAfter = RetryAfterOf(message.Headers.RetryAfter, time),
            Body = body,
        };
    }

    private static string? Header(HttpHeaders headers, string name)
    {
        return headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
    }

    private static TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var delay = header?.Delta ?? header?.Date - time.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }
}
