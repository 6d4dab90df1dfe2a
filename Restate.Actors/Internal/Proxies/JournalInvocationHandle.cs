using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Another invocation, as a handler sees it.</summary>
internal sealed class JournalInvocationHandle<TResult> : InvocationHandle<TResult>
{
    private readonly Invocation _invocation;
    private readonly PayloadFormat<TResult> _format;
    private readonly NotificationId _idNotification;
    private Task<string>? _id;

    /// <summary>Creates the handle of an invocation that the handler has just started.</summary>
    public JournalInvocationHandle(Invocation invocation, NotificationId idNotification, PayloadFormat<TResult> format)
    {
        _invocation = invocation;
        _idNotification = idNotification;
        _format = format;
    }

    /// <summary>Creates the handle of an invocation whose id is known.</summary>
    public JournalInvocationHandle(Invocation invocation, string id, PayloadFormat<TResult> format)
    {
        _invocation = invocation;
        _id = Task.FromResult(id);
        _format = format;
    }

    // The wait begins when somebody asks: a send needs no answer.
    public override Task<string> GetIdAsync()
    {
        _invocation.Enter("InvocationHandle.GetIdAsync");
        return _id ??= _invocation.WaitAsync(new InvocationIdWait(_idNotification));
    }

    public override async Task CancelAsync()
    {
        var id = await GetIdAsync().ConfigureAwait(true);
        _invocation.Journal.Calls.SendSignal(id, SignalId.Cancel, SignalResult.Void);
    }

    public override async Task<TResult> AttachAsync(CancellationToken cancellationToken = default)
    {
        var id = await GetIdAsync().ConfigureAwait(true);
        var completion = _invocation.Journal.Calls.Attach(new InvocationIdTarget(id));
        var wait = new PayloadWait<TResult>(completion, _format, _invocation.Serializer, $"the invocation {id}");
        return await _invocation.WaitAsync(wait).WaitAsync(cancellationToken).ConfigureAwait(true);
    }

    public override async Task<InvocationOutput<TResult>> PeekAsync()
    {
        var id = await GetIdAsync().ConfigureAwait(true);
        var completion = _invocation.Journal.Calls.GetOutput(new InvocationIdTarget(id));
        return await _invocation.WaitAsync(new OutputWait<TResult>(completion, _format, _invocation.Serializer, $"the invocation {id}")).ConfigureAwait(true);
    }

    /// <summary>Cancels the invocation when a token fires while its call is open.</summary>
    public void CancelWhileOpen(Task call, CancellationToken token)
    {
        _invocation.KeepUntilEnd(token.Register(() =>
        {
            if (_invocation.Turns.IsCurrent)
            {
                _ = CancelIfOpenAsync(call);
            }
            else
            {
                // The token belongs to something outside, and so the cancellation is as foreign as an await of it.
                _invocation.Turns.Post(_ => _ = CancelIfOpenAsync(call), state: null);
            }
        }));
    }

    private async Task CancelIfOpenAsync(Task call)
    {
        if (call.IsCompleted)
        {
            return;
        }

        try
        {
            await CancelAsync().ConfigureAwait(true);
        }
        catch (Exception)
        {
            // What keeps the cancellation from being written has ended the attempt, or shows at the call.
        }
    }
}
