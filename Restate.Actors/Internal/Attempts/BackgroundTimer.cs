namespace Restate.Actors.Internal.Attempts;

/// <summary>A timer of the process, not of the request that happens to start it.</summary>
internal static class BackgroundTimer
{
    public static ITimer Start(TimeProvider clock, TimerCallback callback, object state, TimeSpan interval)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return clock.CreateTimer(callback, state, interval, interval);
        }

        // It would keep everything alive that flows with the request.
        using (ExecutionContext.SuppressFlow())
        {
            return clock.CreateTimer(callback, state, interval, interval);
        }
    }
}
