namespace Restate.Actors.Fuzzing.Wire;

/// <summary>Runs what follows on this thread.</summary>
internal static class InPlace
{
    /// <summary>Runs an action without a synchronization context, under which the runtime would hand continuations to the thread pool.</summary>
    public static void Run<TState>(Action<TState> action, TState state)
    {
        var context = SynchronizationContext.Current;
        if (context is null)
        {
            action(state);
            return;
        }

        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
