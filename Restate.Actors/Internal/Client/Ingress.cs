using System.Text;
using System.Text.Json;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>The operations of the server that a caller outside handlers needs, on bytes.</summary>
internal sealed class Ingress(ServerConnection connection, IngressUris uris, ErrorMappings errors, IRestateAdmin? admin)
{
    private const string LimitKeyHeader = "x-restate-limit-key";
    private const string RunHint = "The workflow may have been started; GetWorkflow(workflowId).AttachAsync() waits for it.";
    private const string KeyHint = "The request may have been accepted; with an idempotency key the client would have sent it again.";

    public async Task<ServerResponse> CallAsync(
        InvocationTarget target, RawPayload body, CallOptions? options, IEnumerable<KeyValuePair<string, string>>? headers, CancellationToken cancellationToken)
    {
        Check(target, options?.IdempotencyKey, headers);
        ScopeRules.Check(options?.Scope, options?.LimitKey);
        var request = new ServerRequest
        {
            Method = HttpMethod.Post,
            Uri = uris.Call(target, options?.Scope),
            Operation = $"call of {target}",
            Body = body,
            Headers = WithLimitKey(headers, options?.LimitKey),
            IdempotencyKey = options?.IdempotencyKey,

            // The server lets a second call with the same key wait for the invocation of the first. A second call of a workflow's run is refused.
            IsRepeatable = options?.IdempotencyKey is not null,
            IsWait = true,
            IsWorkflowRun = target.IsWorkflowRun,
            HintIfBroken = target.IsWorkflowRun ? RunHint : KeyHint,
        };
        return await SucceedAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AcceptedInvocation> SendAsync(
        InvocationTarget target, RawPayload body, SendOptions? options, IEnumerable<KeyValuePair<string, string>>? headers, CancellationToken cancellationToken)
    {
        Check(target, options?.IdempotencyKey, headers);
        ScopeRules.Check(options?.Scope, options?.LimitKey);
        var delay = options?.Delay ?? TimeSpan.Zero;
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, SendOptions.LongestDelay, nameof(options));
        var request = new ServerRequest
        {
            Method = HttpMethod.Post,
            Uri = uris.Send(target, options?.Scope, delay),
            Operation = $"send of {target}",
            Body = body,
            Headers = WithLimitKey(headers, options?.LimitKey),
            IdempotencyKey = options?.IdempotencyKey,
            IsRepeatable = options?.IdempotencyKey is not null || target.IsWorkflowRun,
            HintIfBroken = KeyHint,
        };
        var response = await SucceedAsync(request, cancellationToken).ConfigureAwait(false);
        return ReadJson(request, response, root => new AcceptedInvocation(
            root.GetProperty("invocationId").GetString()!, root.GetProperty("status").ValueEquals("PreviouslyAccepted")));
    }

    public async Task<ServerResponse> AttachAsync(InvocationReference reference, CancellationToken cancellationToken)
    {
        var request = Read(uris.Attach, "attach to an invocation", reference, isWait: true);
        var response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
        {
            return response;
        }

        if (ServerErrors.IsUnknownInvocation(response)
            || (LooksUnknown(response) && await IsUnknownAsync(reference, cancellationToken).ConfigureAwait(false)))
        {
            throw ServerErrors.UnknownInvocation(reference);
        }

        throw errors.Restore(ServerErrors.From(request, response));
    }

    /// <summary>Gets the output of an invocation, or <see langword="null"/> if it has not finished.</summary>
    public async Task<ServerResponse?> PeekAsync(InvocationReference reference, CancellationToken cancellationToken)
    {
        var request = Read(uris.Output, "peek at an invocation", reference, isWait: false);
        var response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response switch
        {
            { IsSuccess: true } => response,
            { Status: 470, Source: ErrorSource.Ingress } => null,
            _ when ServerErrors.IsUnknownInvocation(response) => throw ServerErrors.UnknownInvocation(reference),
            _ => throw errors.Restore(ServerErrors.From(request, response)),
        };
    }

    /// <summary>Gets the id of an invocation, which the server computes from its target: it need not exist.</summary>
    public async Task<string> LookupAsync(InvocationReference reference, CancellationToken cancellationToken)
    {
        var request = Read(uris.Lookup, "lookup of an invocation", reference, isWait: false);
        var response = await SucceedAsync(request, cancellationToken).ConfigureAwait(false);
        return ReadJson(request, response, root => root.GetProperty("invocationId").GetString()!);
    }

    public Task CancelAsync(string invocationId)
    {
        return admin is null
            ? throw new InvalidOperationException(
                "Cancelling an invocation from outside a handler needs the admin API of the server. Add its client: "
                + "services.AddRestateAdmin(options => options.AdminUri = new Uri(\"http://localhost:9070\")).")
            : admin.Invocations.CancelAsync(invocationId);
    }

    public Task ResolveAwakeableAsync(string awakeableId, RawPayload value) => CompleteAwakeableAsync(awakeableId, "resolve", value);

    public Task RejectAwakeableAsync(string awakeableId, string message)
    {
        return CompleteAwakeableAsync(awakeableId, "reject", new RawPayload(Encoding.UTF8.GetBytes(message), "text/plain; charset=utf-8"));
    }

    public async Task<IReadOnlyList<string>> CheckHealthAsync(CancellationToken cancellationToken)
    {
        var request = new ServerRequest { Method = HttpMethod.Get, Uri = uris.Health, Operation = "health check", IsRepeatable = true, IsSingleAttempt = true };
        var response = await SucceedAsync(request, cancellationToken).ConfigureAwait(false);
        return ReadJson(request, response, root => root.GetProperty("services").EnumerateArray()
            .Select(service => service.GetString()!).Order(StringComparer.Ordinal).ToArray());
    }

    private static void Check(InvocationTarget target, string? idempotencyKey, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        HeaderRules.CheckIdempotencyKey(idempotencyKey);
        HeaderRules.Check(headers);
        if (target.IsWorkflowRun && idempotencyKey is not null)
        {
            throw new ArgumentException(
                $"The run {target} of a workflow cannot have an idempotency key: the workflow's id is its idempotency key.", nameof(idempotencyKey));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>>? WithLimitKey(IEnumerable<KeyValuePair<string, string>>? headers, string? limitKey)
    {
        return limitKey is null ? headers : (headers ?? []).Append(new(LimitKeyHeader, limitKey));
    }

    private static ServerRequest Read(Uri uri, string operation, InvocationReference reference, bool isWait)
    {
        return new ServerRequest
        {
            Method = HttpMethod.Post,
            Uri = uri,
            Operation = operation,
            Body = reference.ToBody(),
            IsRepeatable = true,
            IsWait = isWait,
        };
    }

    private static T ReadJson<T>(ServerRequest request, ServerResponse response, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RestateClientException(
                $"The answer to the {request.Operation} is not what Restate's ingress sends. Is RestateClientOptions.IngressUri right?",
                response.Status,
                RetryAdvice.DoNotRetry,
                e);
        }
    }

    // Attach tells that an invocation is unknown as if its handler had failed with 404.
    private static bool LooksUnknown(ServerResponse response)
    {
        return response is { Status: 404, Source: ErrorSource.Invocation } && KnownFailures.LooksUnknown(404, ServerFailure.Read(response).Message);
    }

    private async Task<bool> IsUnknownAsync(InvocationReference reference, CancellationToken cancellationToken)
    {
        var request = Read(uris.Output, "peek at an invocation", reference, isWait: false);
        return ServerErrors.IsUnknownInvocation(await connection.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private async Task CompleteAwakeableAsync(string awakeableId, string operation, RawPayload body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(awakeableId);
        var request = new ServerRequest
        {
            Method = HttpMethod.Post,
            Uri = uris.Awakeable(awakeableId, operation),
            Operation = $"{operation} of an awakeable",
            Body = body,

            // The server ignores a second completion.
            IsRepeatable = true,
        };
        await SucceedAsync(request, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<ServerResponse> SucceedAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess ? response : throw errors.Restore(ServerErrors.From(request, response));
    }
}
