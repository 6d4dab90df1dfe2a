using Restate.Actors.Internal.Turns;

using Xunit;

namespace Restate.Actors.Tests.Turns;

/// <summary>Runs one handler as an attempt would: each durable result is delivered alone, and only when no turn is left.</summary>
internal sealed class ConstructRun
{
    private readonly RecordingTurnObserver _observer = new();
    private readonly Queue<Action> _pending = new();
    private readonly Signal _progress = new();
    private readonly Signal _idle = new();
    private volatile bool _finished;
    private volatile bool _ranElsewhere;
    private volatile bool _calledElsewhere;
    private volatile bool _resultFromElsewhere;
    private bool _idledWithNothingOutstanding;

    public ConstructRun()
    {
        Scheduler = new TurnScheduler(_observer);
        Time = new DurableTime(Enqueue);
        _observer.WhenForeignPost = () => _progress.Set();
    }

    public TurnScheduler Scheduler { get; }

    public TimeProvider Time { get; }

    public CancellationToken NeverCancelled { get; } = new CancellationTokenSource().Token;

    public List<string> Log { get; } = [];

    /// <summary>A task which the pump completes; the pump takes them in the order of these calls.</summary>
    public Task<int> Durable(int value = 1)
    {
        var source = new TaskCompletionSource<int>();
        Enqueue(() => source.SetResult(value));
        return source.Task;
    }

    public static Task<int> Never() => new TaskCompletionSource<int>().Task;

    /// <summary>Notes where the code of the user runs.</summary>
    public void Probe(string what = "probe")
    {
        if (!Scheduler.IsCurrent)
        {
            _ranElsewhere = true;
            return;
        }

        Log.Add(what);
    }

    /// <summary>Blocks a thread outside until the pump waits for it, so that it cannot be too fast.</summary>
    public void UntilIdle() => _idle.Wait();

    public ConstructOutcome Execute(Func<ConstructRun, Task> construct)
    {
        Task? handler = null;
        Scheduler.Run(_ => handler = Observe(construct(this)), null);
        while (!_finished)
        {
            _progress.Reset();
            if (Scheduler.HasForeignWork)
            {
                Scheduler.Drain();
            }
            else if (_pending.TryDequeue(out var completion))
            {
                Scheduler.Complete(
                    static state =>
                    {
                        ((Action)state!)();
                        return false;
                    },
                    completion);
            }
            else if (!_finished)
            {
                _idledWithNothingOutstanding = true;
                _idle.Set();
                _progress.Wait();
            }
        }

        Assert.Empty(_observer.Exceptions);
        return Judge(handler!);
    }

    private Task Observe(Task handler)
    {
        _ = handler.ContinueWith(
            _ =>
            {
                _resultFromElsewhere = !Scheduler.IsCurrent;
                _finished = true;
                _progress.Set();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return handler;
    }

    private ConstructOutcome Judge(Task handler)
    {
        if (_observer.ForeignPosts > 0 || _calledElsewhere || _resultFromElsewhere || _idledWithNothingOutstanding)
        {
            return ConstructOutcome.Escapes;
        }

        if (handler.IsFaulted)
        {
            return handler.Exception.InnerException is ArgumentOutOfRangeException ? ConstructOutcome.Throws : throw handler.Exception;
        }

        return _ranElsewhere ? ConstructOutcome.Unseen : ConstructOutcome.Stays;
    }

    private void Enqueue(Action completion)
    {
        if (!Scheduler.IsCurrent)
        {
            Assert.Same(Scheduler, TurnScheduler.EscapedFrom);
            _calledElsewhere = true;
            throw new InvalidOperationException("A durable operation was called outside the pump.");
        }

        _pending.Enqueue(completion);
    }
}
