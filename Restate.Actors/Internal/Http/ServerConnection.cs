using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Http;

/// <summary>Sends requests to one door of the server and reads the answers; retries what is safe to retry; bounds the wait.</summary>
internal sealed class ServerConnection(ServerSite site, Func<HttpClient> clients, TimeProvider time, Random random, ILogger logger)
{
    private const int LargeBody = 1024 * 1024;

    // Below this it was no wait for an invocation, however short the pauses between the attempts are set.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <summary>Sends a request.</summary>
    /// <returns>The last answer, success or not.</returns>
    /// <exception cref="RestateUnavailableException">There was no answer.</exception>
    /// <exception cref="TimeoutException">The wait was over.</exception>
    public async Task<ServerResponse> SendAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        if (site.RequestTimeout == Timeout.InfiniteTimeSpan)
        {
            return await SendWithRetriesAsync(request, cancellationToken).ConfigureAwait(false);
        }

        using var timer = new CancellationTokenSource(site.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await SendWithRetriesAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Restate did not answer the {request.Operation} within {site.RequestTimeout} ({site.OptionsName}.RequestTimeout). "
                + "Only the wait ended: an invocation that was started goes on.",
                e);
        }
    }

    private async Task<ServerResponse> SendWithRetriesAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        var schedule = new RetrySchedule(site.Retry, random);
        while (true)
        {
            var start = time.GetTimestamp();
            var attempt = await TryAsync(request, cancellationToken).ConfigureAwait(false);
            if (attempt.WasSent && request.IsWait && time.GetElapsedTime(start) is var waited && waited > ShortestWait && waited > site.Retry.MaxDelay)
            {
                // It waited for its invocation until, say, a proxy lost patience.
                schedule.StartAnew();
            }

            if (!IsWorthRetrying(request, attempt) || schedule.Next(attempt.Response?.RetryAfter) is not { } pause)
            {
                return attempt.Response ?? throw BrokenConnection.Explain(site, request, attempt.Error!, attempt.WasSent);
            }

            ServerLog.Retrying(logger, request.Operation, attempt.Reason, (long)pause.TotalMilliseconds);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Attempt> TryAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        var client = clients();
        using var message = CreateMessage(request, client);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return new Attempt(await ServerResponse.ReadAsync(answer, time, cancellationToken).ConfigureAwait(false), Error: null, WasSent: true);
        }
        catch (HttpRequestException e)
        {
            return new Attempt(Response: null, e, WasSent: !NeverConnected(e.HttpRequestError));
        }
        catch (IOException e)
        {
            return new Attempt(Response: null, e, WasSent: true);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // A time limit that somebody put on the HttpClient.
            return new Attempt(Response: null, e, WasSent: true);
        }
    }

    private HttpRequestMessage CreateMessage(ServerRequest request, HttpClient client)
    {
        // Content is never null: HttpClient silently repeats a request without content when a pooled connection breaks, also a POST that
        // was carried out already.
        var content = new ReadOnlyMemoryContent(request.Body.Content);
        if (request.Body.ContentType is { } contentType)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        var message = new HttpRequestMessage(request.Method, request.Uri)
        {
            Content = content,
            Version = client.DefaultRequestVersion,
            VersionPolicy = client.DefaultVersionPolicy,
        };

        // The server refuses a body over its limit before it reads it, and closes the connection. Who has not asked before sees only that.
        message.Headers.ExpectContinue = request.Body.Content.Length > LargeBody ? true : null;
        if (request.IdempotencyKey is not null)
        {
            message.Headers.TryAddWithoutValidation("idempotency-key", request.IdempotencyKey);
        }

        if (request.Body.ReadsEncoded)
        {
            message.Headers.TryAddWithoutValidation(PayloadTransforms.HeaderName, PayloadTransforms.HeaderValue);
        }

        foreach (var (name, value) in HeadersOf(request))
        {
            // A few names that a handler may use count as headers of the content in .NET.
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private IEnumerable<KeyValuePair<string, string>> HeadersOf(ServerRequest request)
    {
        return request.Headers is null
            ? site.Headers
            : request.Headers.Concat(site.Headers).DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase);
    }

    private bool IsWorthRetrying(ServerRequest request, Attempt attempt)
    {
        if (request.IsSingleAttempt)
        {
            return false;
        }

        return attempt.Response is null
            ? request.IsRepeatable || !attempt.WasSent
            : request.IsRepeatable && site.IsWorthRetrying(attempt.Response);
    }

    private static bool NeverConnected(HttpRequestError error)
    {
        return error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;
    }

    private readonly record struct Attempt(ServerResponse? Response, Exception? Error, bool WasSent)
    {
        public string Reason => Response is null ? Error!.Message : string.Create(CultureInfo.InvariantCulture, $"status {Response.Status}");
    }
}
