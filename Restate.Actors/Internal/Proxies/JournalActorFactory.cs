using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Proxies inside a handler.</summary>
internal sealed class JournalActorFactory(Invocation invocation)
    : TransportActorFactory(new JournalTransport(invocation), invocation.Settings.Logger)
{
    public override InvocationHandle<TResult> GetInvocation<TResult>(string invocationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(invocationId);
        if (!Protocol.InvocationIds.IsPlausible(invocationId))
        {
            throw new TerminalException($"'{invocationId}' is no invocation id; such an id begins with inv_1.", 400);
        }

        return new JournalInvocationHandle<TResult>(invocation, invocationId, PayloadFormatOf<TResult>.Instance);
    }

    public override Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null)
    {
        invocation.Context!.Awakeables.Resolve(awakeableId, value, serializer);
        return Task.CompletedTask;
    }

    public override Task RejectAwakeableAsync(string awakeableId, TerminalException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        invocation.Context!.Awakeables.Reject(awakeableId, error);
        return Task.CompletedTask;
    }
}
