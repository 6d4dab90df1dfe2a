namespace Restate.Actors.Internal.Proxies;

/// <summary>A call that a lambda made on a recording proxy, to be sent or made for real.</summary>
internal abstract class RecordedCall
{
    public abstract Task<InvocationHandle> SendUntypedAsync(SendOptions? options);

    public abstract Task CallUntypedAsync(CallOptions options, CancellationToken cancellationToken);

    public abstract InvocationHandle GetUntypedInvocation(string? idempotencyKey, string? scope);
}

/// <summary>A call whose result type is known.</summary>
internal abstract class RecordedCall<TResult> : RecordedCall
{
    public abstract Task<InvocationHandle<TResult>> SendAsync(SendOptions? options);

    public abstract Task<TResult> CallAsync(CallOptions options, CancellationToken cancellationToken);

    public abstract InvocationHandle<TResult> GetInvocation(string? idempotencyKey, string? scope);

    public override async Task<InvocationHandle> SendUntypedAsync(SendOptions? options)
    {
        // Inside a handler this resumes on its turn scheduler.
        return await SendAsync(options).ConfigureAwait(true);
    }

    public override Task CallUntypedAsync(CallOptions options, CancellationToken cancellationToken) => CallAsync(options, cancellationToken);

    public override InvocationHandle GetUntypedInvocation(string? idempotencyKey, string? scope) => GetInvocation(idempotencyKey, scope);
}
