using System.Globalization;
using System.Runtime.CompilerServices;

using Restate.Actors.Internal.Turns;

using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

public sealed class TurnSchedulerTests
{
    private readonly RecordingTurnObserver _observer = new();
    private readonly TurnScheduler _scheduler;

    public TurnSchedulerTests() => _scheduler = new TurnScheduler(_observer);

    [Fact]
    public void Run_SynchronousHandler_RunsOnTheCallingThreadWithState()
    {
        object? seen = null;
        var thread = 0;

        _scheduler.Run(
            state =>
            {
                seen = state;
                thread = Environment.CurrentManagedThreadId;
            },
            "state");

        Assert.Equal("state", seen);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void Run_DuringTurn_MarksTheThread()
    {
        _scheduler.Owner = "attempt";
        var during = false;

        Start(() => during = _scheduler.IsCurrent && TurnScheduler.Current == _scheduler && Equals(TurnScheduler.Current.Owner, "attempt"));

        Assert.True(during);
        Assert.False(_scheduler.IsCurrent);
        Assert.Null(TurnScheduler.Current);
    }

    [Fact]
    public void Run_DuringTurn_NumberIsSet()
    {
        var during = 0L;

        Start(() => during = _scheduler.RunningTurn);

        Assert.NotEqual(0, during);
        Assert.Equal(0, _scheduler.RunningTurn);
    }

    [Fact]
    public void Run_TurnsQueuedByTurns_RunInOrderBeforeItReturns()
    {
        var log = new List<string>();

        Start(() =>
        {
            _scheduler.Post(_ => log.Add("second"), null);
            Task.Factory.StartNew(() => log.Add("third"));
            SynchronizationContext.Current!.Post(
                _ =>
                {
                    log.Add("fourth");
                    _scheduler.Post(_ => log.Add("fifth"), null);
                },
                null);
            log.Add("first");
        });

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], log);
    }

    [Fact]
    public void Run_FromItsOwnTurn_Throws()
    {
        Start(() => _scheduler.Run(_ => { }, null));

        var error = Assert.IsType<InvalidOperationException>(Assert.Single(_observer.Exceptions));
        Assert.Equal("The pump of this invocation is already running: it has one caller at a time and cannot be entered from a turn.", error.Message);
    }

    [Fact]
    public void Run_TurnThrows_IsReportedAndTheNextTurnRuns()
    {
        var nextRan = false;

        Start(() =>
        {
            _scheduler.Post(_ => nextRan = true, null);
            throw new FormatException();
        });

        Assert.IsType<FormatException>(Assert.Single(_observer.Exceptions));
        Assert.True(nextRan);
        Assert.Null(TurnScheduler.Current);
    }

    [Fact]
    public void Run_ObserverThrows_ReachesTheCallerAndThePumpCanBeEnteredAgain()
    {
        _observer.WhenException = exception => throw new InvalidOperationException("observer", exception);
        var nextRan = false;

        var error = Assert.Throws<InvalidOperationException>(() => Start(() =>
        {
            _scheduler.Post(_ => nextRan = true, null);
            throw new FormatException();
        }));

        Assert.Equal("observer", error.Message);
        Assert.False(nextRan);
        Assert.Null(TurnScheduler.Current);
        Assert.Equal(0, _scheduler.RunningTurn);
        _scheduler.Drain();
        Assert.True(nextRan);
    }

    [Fact]
    public void Run_AsyncVoidThrows_IsReportedAndTheHandlerGoesOn()
    {
        var source = new TaskCompletionSource();
        var seen = 0;
        StartAsync(async () =>
        {
            Forget();
            await source.Task;
            seen = 1;
        });

        Complete(source.SetResult);

        Assert.Equal(2, _observer.Exceptions.Count);
        Assert.All(_observer.Exceptions, exception => Assert.IsType<FormatException>(exception));
        Assert.Equal(1, seen);

        async void Forget()
        {
            ForgetAtOnce();
            await source.Task;
            throw new FormatException();
        }

        static async void ForgetAtOnce()
        {
            await Task.CompletedTask;
            throw new FormatException();
        }
    }

    [Fact]
    public void Run_ChildTaskAttachesToThePump_DoesNotWaitForIt()
    {
        var source = new TaskCompletionSource();
        var ended = false;
        Start(() => Task.Factory.StartNew(
            async () =>
            {
                await source.Task;
                ended = true;
            },
            TaskCreationOptions.AttachedToParent));

        Complete(source.SetResult);

        Assert.True(ended);
    }

    [Fact]
    public void Complete_CapturedAndUncapturedAwaits_BothContinueOnThePump()
    {
        var source = new TaskCompletionSource<int>();
        var log = new List<string>();
        StartAsync(async () => log.Add($"uncaptured {await source.Task.ConfigureAwait(false)} {_scheduler.IsCurrent}"));
        StartAsync(async () => log.Add($"captured {await source.Task} {_scheduler.IsCurrent}"));

        Complete(() => source.SetResult(7));

        Assert.Equal(["uncaptured 7 True", "captured 7 True"], log);
        Assert.Equal(0, _observer.ForeignPosts);
    }

    [Fact]
    public void Complete_DuringCompletion_NoContextIsCurrent()
    {
        SynchronizationContext? context = new();
        TaskScheduler? tasks = null;
        TurnScheduler? current = null;

        Complete(() => (context, tasks, current) = (SynchronizationContext.Current, TaskScheduler.Current, TurnScheduler.Current));

        Assert.Null(context);
        Assert.Same(TaskScheduler.Default, tasks);
        Assert.Same(_scheduler, current);
    }

    [Fact]
    public void Complete_CompletionThrows_ReachesTheCallerAndTheTurnsWaitForTheNextEntry()
    {
        var source = new TaskCompletionSource();
        var seen = false;
        StartAsync(async () =>
        {
            await source.Task;
            seen = true;
        });

        Assert.Throws<FormatException>(() => Complete(() =>
        {
            source.SetResult();
            throw new FormatException();
        }));

        Assert.False(seen);
        Assert.Null(TurnScheduler.Current);
        _scheduler.Drain();
        Assert.True(seen);
    }

    [Fact]
    public async Task Complete_CallerHasAnotherTaskScheduler_UncapturedAwaitStaysOnThePump()
    {
        var source = new TaskCompletionSource();
        TurnScheduler? seen = null;
        StartAsync(async () =>
        {
            await source.Task.ConfigureAwait(false);
            seen = TurnScheduler.Current;
        });

        await Task.Factory.StartNew(
            () => Complete(source.SetResult),
            CancellationToken.None,
            TaskCreationOptions.None,
            new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

        Assert.Same(_scheduler, seen);
    }

    [Fact]
    public void Complete_InsideATurnOfAnotherScheduler_EachKeepsItsOwn()
    {
        var outerSource = new TaskCompletionSource();
        var innerSource = new TaskCompletionSource();
        var log = new List<string>();
        var outer = new TurnScheduler(_observer) { Owner = "outer" };
        _scheduler.Owner = "inner";
        StartAsync(async () =>
        {
            await innerSource.Task.ConfigureAwait(false);
            log.Add($"uncaptured: {TurnScheduler.Current?.Owner}");
        });
        StartAsync(async () =>
        {
            await innerSource.Task;
            await Task.Factory.StartNew(() => log.Add($"captured: {TurnScheduler.Current?.Owner}"));
        });

        outer.Run(
            _ =>
            {
                var context = SynchronizationContext.Current;
                Complete(innerSource.SetResult);
                Assert.Same(outer, TurnScheduler.Current);
                Assert.Same(context, SynchronizationContext.Current);
                _ = ContinueAsync();
            },
            null);
        outer.Complete(
            static state =>
            {
                ((TaskCompletionSource)state!).SetResult();
                return false;
            },
            outerSource);

        Assert.Empty(_observer.Exceptions);
        Assert.Equal(["uncaptured: inner", "captured: inner", "after: outer"], log);
        Assert.Null(TurnScheduler.Current);

        async Task ContinueAsync()
        {
            await outerSource.Task;
            await Task.Factory.StartNew(() => log.Add($"after: {TurnScheduler.Current?.Owner}"));
        }
    }

    [Fact]
    public void Complete_ManyWaitersOfOneTask_FirstComesLast()
    {
        var source = new TaskCompletionSource();
        var log = new List<int>();
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            StartAsync(async () =>
            {
                await source.Task;
                log.Add(number);
            });
        }

        Complete(source.SetResult);

        // The runtime's order, not ours. Should a later runtime change it, replays of older journals would take other paths.
        Assert.Equal([.. Enumerable.Range(1, 99), 0], log);
    }

    [Fact]
    [Capability("Hard cases", "10,000 tasks in one `WhenAll`")]
    public void Complete_TenThousandInWhenAll_EndsOnThePump()
    {
        var sources = Enumerable.Range(0, 10_000).Select(_ => new TaskCompletionSource()).ToList();
        var ended = false;
        StartAsync(async () =>
        {
            await Task.WhenAll(sources.Select(source => source.Task));
            ended = _scheduler.IsCurrent;
        });

        foreach (var source in sources)
        {
            Complete(source.SetResult);
        }

        Assert.True(ended);
        Assert.Equal(0, _observer.ForeignPosts);
    }

    [Fact]
    [Capability("Futures and combinators", "Outcome fixed by journal order on replay")]
    [Capability("Known mistakes, not repeated", "The winner of a race changes on replay")]
    public void Complete_WhenAny_WinnerIsTheFirstReleasedInAnyOrder()
    {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++)
        {
            var scheduler = new TurnScheduler(_observer);
            var sources = Enumerable.Range(0, random.Next(2, 8)).Select(number => (number, source: new TaskCompletionSource<int>())).ToArray();
            var order = new List<int>();
            scheduler.Run(_ => _ = TakeAsync(sources.Select(entry => entry.source.Task).ToList(), order), null);

            random.Shuffle(sources);
            foreach (var (number, source) in sources)
            {
                scheduler.Complete(
                    _ =>
                    {
                        source.SetResult(number);
                        return false;
                    },
                    null);
            }

            Assert.Equal(sources.Select(entry => entry.number), order);
        }

        static async Task TakeAsync(List<Task<int>> waiting, List<int> order)
        {
            while (waiting.Count > 0)
            {
                var winner = await Task.WhenAny(waiting);
                waiting.Remove(winner);
                order.Add(await winner);
            }
        }
    }

    [Fact]
    public void Complete_MixOfConstructs_OrderIsTheSameInEachRun()
    {
        var first = RunMix();

        for (var repeat = 0; repeat < 200; repeat++)
        {
            Assert.Equal(first, RunMix());
        }

        List<string> RunMix()
        {
            var run = new ConstructRun();
            Assert.Equal(ConstructOutcome.Stays, run.Execute(MixAsync));
            return run.Log;
        }

        static async Task MixAsync(ConstructRun run)
        {
            var workers = Enumerable.Range(0, 10).Select(number => WorkAsync(run, number)).ToList();
            while (workers.Count > 0)
            {
                var winner = await Task.WhenAny(workers);
                run.Probe($"winner {await winner}");
                workers.Remove(winner);
            }
        }

        static async Task<int> WorkAsync(ConstructRun run, int number)
        {
            for (var step = 0; step < 3 + (number % 3); step++)
            {
                await run.Durable();
                run.Probe($"{number}.{step}");
                await (step % 3 == 0 ? (Task)run.Durable().ContinueWith(task => task.Result) : Task.WhenAny(run.Durable(), ConstructRun.Never()));
                await Task.Yield();
                await Task.Factory.StartNew(() => run.Probe($"{number}.{step} started"));
                await LibraryAsync(run);
                await run.Durable().WaitAsync(TimeSpan.FromDays(1), run.Time);
                run.Probe($"{number}.{step} end");
            }

            return number;
        }

        static async Task LibraryAsync(ConstructRun run) => await run.Durable().ConfigureAwait(false);
    }

    [Fact]
    [Capability("Hard cases", "Ambient values of the caller do not flow into handlers")]
    public void Turns_CallerHasContextOfItsOwn_SeeNothingOfIt()
    {
        var local = new AsyncLocal<string?> { Value = "caller" };
        var callerCulture = CallerCulture();
        using var activity = new System.Diagnostics.Activity("caller").Start();
        var source = new TaskCompletionSource();
        var log = new List<string>();
        var probe = () => log.Add($"{local.Value ?? "none"} {System.Diagnostics.Activity.Current?.OperationName ?? "none"} {CultureName()}");
        var previous = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (callerCulture, callerCulture);
        try
        {
            StartAsync(async () =>
            {
                await source.Task.ConfigureAwait(false);
                probe();
            });
            StartAsync(async () =>
            {
                probe();
                await source.Task;
                probe();
                await Task.Factory.StartNew(probe);
            });
            _scheduler.Post(_ => probe(), null);

            Complete(source.SetResult);
            Complete(probe);
            _scheduler.Drain();

            Assert.Equal(Enumerable.Repeat("none none invariant", 6), log);
            Assert.Equal("caller", local.Value);
            Assert.Same(activity, System.Diagnostics.Activity.Current);
            Assert.Same(callerCulture, CultureInfo.CurrentCulture);
            Assert.Same(callerCulture, CultureInfo.CurrentUICulture);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = previous;
        }
    }

    [Fact]
    public void Turns_ChangeTheirContext_NextTurnAndCallerSeeNothingOfIt()
    {
        var local = new AsyncLocal<string?> { Value = "caller" };
        var callerContext = new SynchronizationContext();
        var previous = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(callerContext);
        string? next = null;
        try
        {
            Start(() =>
            {
                local.Value = "turn";
                CultureInfo.CurrentCulture = CallerCulture();
                SynchronizationContext.SetSynchronizationContext(null);
                _scheduler.Post(_ => next = $"{local.Value ?? "none"} {CultureName()} {SynchronizationContext.Current?.GetType().Name}", null);
                throw new FormatException();
            });

            Assert.Equal("none invariant TurnSynchronizationContext", next);
            Assert.Equal("caller", local.Value);
            Assert.Same(callerContext, SynchronizationContext.Current);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    }

    [Fact]
    public void Turns_UserSetsAsyncLocalAndCulture_FlowAcrossAwaits()
    {
        var local = new AsyncLocal<string?>();
        var culture = CallerCulture();
        var source = new TaskCompletionSource();
        string? seen = null;
        StartAsync(async () =>
        {
            local.Value = "handler";
            CultureInfo.CurrentCulture = culture;
            await source.Task;
            seen = $"{local.Value} {ReferenceEquals(CultureInfo.CurrentCulture, culture)}";
        });

        Complete(source.SetResult);

        Assert.Equal("handler True", seen);
        Assert.Null(local.Value);
    }

    [Fact]
    public void Turns_CallerSuppressesFlow_IsSuppressedAgainAfterwards()
    {
        var source = new TaskCompletionSource();
        TurnScheduler? escaped = null;
        using (ExecutionContext.SuppressFlow())
        {
            StartAsync(async () =>
            {
                await source.Task;
                escaped = await Task.Run(() => TurnScheduler.EscapedFrom);
            });
            Complete(source.SetResult);

            Assert.True(ExecutionContext.IsFlowSuppressed());
        }

        Assert.False(ExecutionContext.IsFlowSuppressed());
        DrainForeign();
        Assert.Same(_scheduler, escaped);
    }

    [Fact]
    public void EscapedFrom_OnAndOffThePump_NamesTheSchedulerOnlyWhereItWasLeft()
    {
        TurnScheduler? onThePump = _scheduler;
        TurnScheduler? elsewhere = null;
        var source = new TaskCompletionSource();
        StartAsync(async () =>
        {
            await source.Task.ConfigureAwait(false);
            onThePump = TurnScheduler.EscapedFrom;
            elsewhere = await RunElsewhere(() => TurnScheduler.EscapedFrom);
        });

        Complete(source.SetResult);

        Assert.Null(onThePump);
        Assert.Same(_scheduler, elsewhere);
        Assert.Null(TurnScheduler.EscapedFrom);
    }

    [Fact]
    public void Post_FromAnotherThread_WaitsForDrain()
    {
        var log = new List<string>();
        Start(() =>
        {
            OnAnotherThread(() => _scheduler.Post(_ => log.Add("foreign"), null));
            _scheduler.Post(_ => log.Add("own"), null);
        });
        Complete(() => { });

        Assert.Equal(["own"], log);
        Assert.True(_scheduler.HasForeignWork);
        Assert.Equal(1, _scheduler.ForeignPostCount);
        Assert.Equal(1, _observer.ForeignPosts);

        _scheduler.Drain();

        Assert.Equal(["own", "foreign"], log);
        Assert.False(_scheduler.HasForeignWork);
    }

    [Fact]
    public void Post_ByAForeignCompletion_IsReportedAndContinuesInDrain()
    {
        var source = new TaskCompletionSource();
        TurnScheduler? seen = null;
        StartAsync(async () =>
        {
            await source.Task;
            seen = TurnScheduler.Current;
        });

        OnAnotherThread(source.SetResult);

        Assert.Equal(1, _observer.ForeignPosts);
        Assert.Null(seen);
        _scheduler.Drain();
        Assert.Same(_scheduler, seen);
    }

    [Fact]
    public void Post_FromManyThreads_LosesNothing()
    {
        var ran = 0;
        Parallel.For(0, 1000, _ => _scheduler.Post(_ => ran++, null));

        _scheduler.Drain();

        Assert.Equal(1000, ran);
        Assert.Equal(1000, _scheduler.ForeignPostCount);
    }

    [Fact]
    public void Drain_ForeignTurnsQueueOwnTurns_OwnTurnsComeFirst()
    {
        var log = new List<int>();
        OnAnotherThread(() =>
        {
            _scheduler.Post(_ => _scheduler.Post(_ => log.Add(1), null), null);
            _scheduler.Post(_ => log.Add(2), null);
        });

        _scheduler.Drain();

        Assert.Equal([1, 2], log);
    }

    [Fact]
    public void Send_OnThePump_RunsInline()
    {
        var log = new List<string>();

        Start(() =>
        {
            SynchronizationContext.Current!.Send(state => log.Add((string)state!), "sent");
            log.Add("after");
        });

        Assert.Equal(["sent", "after"], log);
    }

    [Fact]
    public void Send_Elsewhere_Throws()
    {
        var error = Assert.Throws<NotSupportedException>(() => _scheduler.Send(_ => { }, null));

        Assert.Equal("Send cannot be used from outside the invocation scheduler: it would block the thread. Use Post.", error.Message);
    }

    [Fact]
    public void Close_PendingAwaits_NeitherContinueNorUnwind()
    {
        var source = new TaskCompletionSource();
        var log = new List<string>();
        StartAsync(() => TryAsync(captured: true));
        StartAsync(() => TryAsync(captured: false));

        _scheduler.Close();
        Complete(() => source.SetException(new FormatException()));
        _scheduler.Run(_ => log.Add("run"), null);
        _scheduler.Drain();

        Assert.Equal(["start", "start"], log);
        Assert.Empty(_observer.Exceptions);

        async Task TryAsync(bool captured)
        {
            try
            {
                log.Add("start");
                await source.Task.ConfigureAwait(captured);
                log.Add("after");
            }
            catch (FormatException)
            {
                log.Add("catch");
            }
            finally
            {
                log.Add("finally");
            }
        }
    }

    [Fact]
    public void Close_ForeignPostsBeforeAndAfter_AreDroppedSilently()
    {
        var ran = false;
        OnAnotherThread(() => _scheduler.Post(_ => ran = true, null));

        _scheduler.Close();
        OnAnotherThread(() => _scheduler.Post(_ => ran = true, null));
        _scheduler.Drain();

        Assert.False(ran);
        Assert.False(_scheduler.HasForeignWork);
        Assert.Equal(1, _observer.ForeignPosts);
    }

    [Fact]
    public void Close_InATurn_EndsWithThatTurn()
    {
        var log = new List<string>();

        Start(() =>
        {
            _scheduler.Post(_ => log.Add("queued before"), null);
            _scheduler.Close();
            _scheduler.Post(_ => log.Add("queued after"), null);
            log.Add("rest of the turn");
        });

        Assert.Equal(["rest of the turn"], log);
    }

    [Fact]
    public void Close_ByTheObserverOfAnException_NoFurtherTurnRuns()
    {
        _observer.WhenException = _ => _scheduler.Close();
        var ran = false;

        Start(() =>
        {
            _scheduler.Post(_ => ran = true, null);
            throw new FormatException();
        });

        Assert.False(ran);
    }

    [Fact]
    public void Close_AbandonedHandler_IsCollected()
    {
        var weak = Abandon();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(weak.TryGetTarget(out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference<TurnScheduler> Abandon()
        {
            var scheduler = new TurnScheduler(_observer);
            scheduler.Run(static _ => _ = ConstructRun.Never(), null);
            scheduler.Run(static async _ => await ConstructRun.Never(), null);
            scheduler.Close();
            return new WeakReference<TurnScheduler>(scheduler);
        }
    }

    private static CultureInfo CallerCulture() => (CultureInfo)CultureInfo.InvariantCulture.Clone();

    private static string CultureName()
        => ReferenceEquals(CultureInfo.CurrentCulture, CultureInfo.InvariantCulture) && ReferenceEquals(CultureInfo.CurrentUICulture, CultureInfo.InvariantCulture)
            ? "invariant"
            : "other";

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
    }

    // Has ended when it returns, so that the await does not leave the pump.
    private static Task<T> RunElsewhere<T>(Func<T> function)
    {
        var source = new TaskCompletionSource<T>();
        OnAnotherThread(() => source.SetResult(function()));
        return source.Task;
    }

    private void DrainForeign()
    {
        SpinWait.SpinUntil(() => _scheduler.HasForeignWork, TimeSpan.FromSeconds(10));
        _scheduler.Drain();
    }

    private void Start(Action handler) => _scheduler.Run(static state => ((Action)state!)(), handler);

    private void StartAsync(Func<Task> handler) => _scheduler.Run(static state => _ = ((Func<Task>)state!)(), handler);

    private void Complete(Action completion) => _scheduler.Complete(
        static state =>
        {
            ((Action)state!)();
            return false;
        },
        completion);
}
