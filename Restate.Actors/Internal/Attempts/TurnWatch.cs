namespace Restate.Actors.Internal.Attempts;

/// <summary>Tells, by looking from time to time, that a pump does not come back from a turn.</summary>
internal struct TurnWatch
{
    private long _turn;
    private long _firstSeen;
    private bool _isReported;

    /// <summary>Looks at a pump.</summary>
    /// <param name="turn">What stands for the turn that it runs; 0 when it is idle.</param>
    /// <param name="threshold">What is long; nothing is if it is infinite.</param>
    /// <param name="clock">Measures it, from the first look that saw the turn.</param>
    /// <returns><see langword="true"/> once for each turn that is long.</returns>
    public bool IsNewlyLong(long turn, TimeSpan threshold, TimeProvider clock)
    {
        if (turn != _turn)
        {
            _turn = turn;
            _firstSeen = clock.GetTimestamp();
            _isReported = false;
            return false;
        }

        if (turn == 0 || _isReported || threshold < TimeSpan.Zero || clock.GetElapsedTime(_firstSeen) < threshold)
        {
            return false;
        }

        _isReported = true;
        return true;
    }
}
