using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Another invocation, as a handler sees it.</summary>
internal sealed class JournalInvocationHandle<TResult> : InvocationHandle<TResult>
{
    private readonly Invocation _invocation;
    private readonly PayloadFormat<TResult> _format;
    private readonly NotificationId _idNotification;
    private readonly AttachTarget? _target;
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

    /// <summary>Creates the handle of an invocation that is known by its target: an idempotency key or a workflow id.</summary>
    public JournalInvocationHandle(Invocation invocation, AttachTarget target, PayloadFormat<TResult> format)
    {
        _invocation = invocation;
        _target = target;
        _format = format;
    }

    // The wait begins when somebody asks: a send needs no answer.
    public override Task<string> GetIdAsync()
    {
        _invocation.Enter("InvocationHandle.GetIdAsync");
        if (_target is not null)
        {
            throw new NotSupportedException(
                "Inside a handler the id of an invocation that is known by its idempotency key or workflow id cannot be learned. "
                + "Attach or peek, or keep the handle that Send returned.");
        }

        return _id ??= _invocation.WaitAsync(new InvocationIdWait(_idNotification));
    }

    public override Task CancelAsync() => SendSignalAsync(SignalId.Cancel, SignalResult.Void);

    public override Task ResolveSignalAsync<T>(string name, T value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _invocation.Enter("InvocationHandle.ResolveSignalAsync");
        var bytes = _invocation.Serialize(PayloadFormatOf<T>.Instance, value, PayloadRoles.Signal, $"The value of the signal '{name}'");

        // The id may have to be waited for; until then others may serialize.
        return SendSignalAsync(SignalId.Named(name), SignalResult.Success(bytes.ToArray()));
    }

    public override Task RejectSignalAsync(string name, TerminalException error)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(error);
        return SendSignalAsync(SignalId.Named(name), SignalResult.Failed(TerminalErrors.ToFailure(error, _invocation.Journal.Version)));
    }

    public override async Task<TResult> AttachAsync(CancellationToken cancellationToken = default)
    {
        var target = await FindTargetAsync().ConfigureAwait(true);
        var completion = _invocation.Journal.Calls.Attach(target);
        var wait = new AttachWait<TResult>(completion, _format, _invocation.Payloads, target);
        return await _invocation.WaitAsync(wait).WaitAsync(cancellationToken).ConfigureAwait(true);
    }

    public override async Task<InvocationOutput<TResult>> PeekAsync()
    {
        var target = await FindTargetAsync().ConfigureAwait(true);
        var completion = _invocation.Journal.Calls.GetOutput(target);
        var wait = new OutputWait<TResult>(completion, _format, _invocation.Payloads, PayloadRoles.Result, "another invocation", target);
        return await _invocation.WaitAsync(wait).ConfigureAwait(true);
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

    private async Task<AttachTarget> FindTargetAsync()
    {
        _invocation.Enter("InvocationHandle");
        return _target ?? new InvocationIdTarget(await GetIdAsync().ConfigureAwait(true));
    }

    private async Task SendSignalAsync(SignalId signal, SignalResult result)
    {
        var id = await GetIdAsync().ConfigureAwait(true);
        _invocation.Journal.Calls.SendSignal(id, signal, result);
    }
}
