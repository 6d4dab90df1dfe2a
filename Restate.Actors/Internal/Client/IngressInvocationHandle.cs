using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>A handle that asks the server over HTTP.</summary>
internal sealed class IngressInvocationHandle<TResult>(
    Ingress ingress, InvocationReference reference, Func<ServerResponse, TResult> read, bool isPreviouslyAccepted = false)
    : InvocationHandle<TResult>
{
    private string? _id = reference.Id;

    public override bool IsPreviouslyAccepted => isPreviouslyAccepted;

    public override async Task<string> GetIdAsync()
    {
        return _id ??= await ingress.LookupAsync(reference, CancellationToken.None).ConfigureAwait(false);
    }

    public override async Task<TResult> AttachAsync(CancellationToken cancellationToken = default)
    {
        return read(await ingress.AttachAsync(reference, cancellationToken).ConfigureAwait(false));
    }

    public override async Task<InvocationOutput<TResult>> PeekAsync()
    {
        return await ingress.PeekAsync(reference, CancellationToken.None).ConfigureAwait(false) is { } response
            ? new InvocationOutput<TResult>(IsCompleted: true, read(response))
            : default;
    }

    public override async Task CancelAsync()
    {
        await ingress.CancelAsync(await GetIdAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }
}
