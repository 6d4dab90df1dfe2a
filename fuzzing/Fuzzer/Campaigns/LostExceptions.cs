namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>Collects the exceptions of tasks that nobody looked at.</summary>
internal sealed class LostExceptions : IDisposable
{
    private AggregateException? _first;

    public LostExceptions() => TaskScheduler.UnobservedTaskException += Note;

    /// <summary>Finds out whether there was one so far.</summary>
    public AggregateException? Take()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Interlocked.Exchange(ref _first, null);
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs lost)
    {
        lost.SetObserved();
        Interlocked.CompareExchange(ref _first, lost.Exception, null);
    }
}
