namespace Conformance.Services;

[Actor("Proxy")]
public interface IProxy : IDurableService
{
    [Handler("call")]
    Task<int[]> Call(ProxyRequest request);

    [Handler("oneWayCall")]
    Task<string> OneWayCall(ProxyRequest request);

    [Handler("manyCalls")]
    Task ManyCalls(List<ManyCallRequest> requests);
}

/// <param name="ServiceName">The callee's service.</param>
/// <param name="VirtualObjectKey">Its key, or <see langword="null"/> for a basic service.</param>
/// <param name="HandlerName">Its handler.</param>
/// <param name="Message">The bytes of the input, signed or unsigned.</param>
/// <param name="DelayMillis">The delay of a one-way call.</param>
/// <param name="IdempotencyKey">The idempotency key of the call.</param>
/// <param name="Scope">The scope of the call.</param>
/// <param name="LimitKey">The limit key of the call.</param>
public sealed record ProxyRequest(
    string ServiceName,
    string? VirtualObjectKey,
    string HandlerName,
    int[]? Message,
    long? DelayMillis,
    string? IdempotencyKey,
    string? Scope,
    string? LimitKey)
{
    internal byte[] Payload => [.. (Message ?? []).Select(value => unchecked((byte)value))];
}

public sealed record ManyCallRequest(ProxyRequest ProxyRequest, bool OneWayCall, bool AwaitAtTheEnd);

public sealed class Proxy : DurableService, IProxy
{
    public async Task<int[]> Call(ProxyRequest request) => [.. await StartCall(request)];

    public async Task<string> OneWayCall(ProxyRequest request)
    {
        var invocation = await Send(request);
        return await invocation.GetIdAsync();
    }

    public async Task ManyCalls(List<ManyCallRequest> requests)
    {
        var awaited = new List<Task>();
        foreach (var (request, isOneWay, isAwaited) in requests)
        {
            if (isOneWay)
            {
                await Send(request);
                continue;
            }

            var call = StartCall(request);
            if (isAwaited)
            {
                awaited.Add(call);
            }
        }

        await Task.WhenAll(awaited);
    }

    private Task<byte[]> StartCall(ProxyRequest request)
    {
        var options = new CallOptions { IdempotencyKey = request.IdempotencyKey, Scope = request.Scope, LimitKey = request.LimitKey };
        return Actors.GetActor(request.ServiceName, request.VirtualObjectKey).CallAsync<byte[], byte[]>(request.HandlerName, request.Payload, options);
    }

    private Task<InvocationHandle> Send(ProxyRequest request)
    {
        var options = new SendOptions
        {
            Delay = TimeSpan.FromMilliseconds(request.DelayMillis ?? 0),
            IdempotencyKey = request.IdempotencyKey,
            Scope = request.Scope,
            LimitKey = request.LimitKey,
        };
        return Actors.GetActor(request.ServiceName, request.VirtualObjectKey).SendAsync(request.HandlerName, request.Payload, options);
    }
}
