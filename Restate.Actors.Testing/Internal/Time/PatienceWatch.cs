using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Ends the waits of a test when nothing has happened for too long, in real time.</summary>
internal sealed class PatienceWatch : IDisposable
{
    private const int LooksPerPatience = 4;

    private readonly TestServer _server;
    private readonly TimeSpan _patience;
    private readonly Timer? _timer;
    private long _lastWork;
    private int _quietLooks;

    public PatienceWatch(TestServer server, TimeSpan patience)
    {
        _server = server;
        _patience = patience;
        if (patience != Timeout.InfiniteTimeSpan)
        {
            var interval = patience / LooksPerPatience;
            using (ExecutionContext.SuppressFlow())
            {
                _timer = new Timer(static watch => ((PatienceWatch)watch!).Look(), this, interval, interval);
            }
        }
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>Waits for something that all the work of the server comes before.</summary>
    /// <exception cref="ActorTestException">It has not come, and nothing has happened for too long.</exception>
    public async Task BoundAsync(Task task)
    {
        if (_server.Outside.ContinuesInline)
        {
            // A timer of real time would disturb what a seed has chosen.
            await task;
            return;
        }

        while (!task.IsCompleted)
        {
            var work = _server.Loop.WorkDone;
            await Task.WhenAny(task, Task.Delay(_patience));
            if (!task.IsCompleted && work == _server.Loop.WorkDone)
            {
                throw TestErrors.Stuck(_server, _patience);
            }
        }

        await task;
    }

    private void Look()
    {
        var work = _server.Loop.WorkDone;
        if (work != _lastWork || _server.Outside.Count == 0)
        {
            _lastWork = work;
            _quietLooks = 0;
        }
        else if (++_quietLooks >= LooksPerPatience)
        {
            _quietLooks = 0;
            _server.Outside.Fail(static _ => true, () => TestErrors.Stuck(_server, _patience));
        }
    }
}
