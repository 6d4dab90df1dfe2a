using Restate.Actors.Internal.Turns;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What other threads ask of an attempt. They leave a note and wake its loop, which does the rest.</summary>
internal sealed class AttemptRequests(WakeSignal signal)
{
    private volatile bool _isAborted;
    private volatile bool _isReplaced;
    private volatile bool _isSuspensionDue;
    private volatile bool _isDrainOver;

    /// <summary>Gets whether the stream is lost or the server has given the attempt up.</summary>
    public bool IsAborted => _isAborted;

    /// <summary>Gets whether a newer attempt of the key waits for this one to end.</summary>
    public bool IsReplaced => _isReplaced;

    /// <summary>Gets whether the attempt is to suspend at its next wait, as if the server had ended its side.</summary>
    public bool IsSuspensionDue => _isSuspensionDue;

    /// <summary>Gets whether the server has had long enough to end its side.</summary>
    public bool IsDrainOver => _isDrainOver;

    public void Abort()
    {
        _isAborted = true;
        WakeElsewhere();
    }

    public void Replace()
    {
        _isReplaced = true;
        WakeElsewhere();
    }

    public void Suspend()
    {
        _isSuspensionDue = true;
        WakeElsewhere();
    }

    public void EndDrain()
    {
        _isDrainOver = true;
        WakeElsewhere();
    }

    /// <summary>Wakes the loop on another thread: who asks has its own business.</summary>
    public void WakeElsewhere() => signal.WakeElsewhere();

    /// <summary>Wakes the loop on this thread, which has nothing else to do, unless it runs user code of another attempt.</summary>
    public void WakeHere()
    {
        if (TurnScheduler.Current is null)
        {
            signal.Wake();
        }
        else
        {
            WakeElsewhere();
        }
    }
}
