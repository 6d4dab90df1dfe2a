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
