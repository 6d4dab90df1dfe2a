using System.Globalization;
using Restate.Actors.Internal.Turns;
using Xunit;

#pragma warning disable VSTHRD001, VSTHRD100, VSTHRD101, VSTHRD110, CA2008 // Misuse by user code is what is tried here.

namespace Restate.Actors.Tests.Turns;

/// <summary>What turns see of the context of their caller and of each other.</summary>
public sealed class TurnContextTests : TurnSchedulerTest
{
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
            Scheduler.Post(_ => probe(), null);

            Complete(source.SetResult);
            Complete(probe);
            Scheduler.Drain();

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
                Scheduler.Post(_ => next = $"{local.Value ?? "none"} {CultureName()} {SynchronizationContext.Current?.GetType().Name}", null);
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
        Assert.Same(Scheduler, escaped);
    }

    [Fact]
    public void EscapedFrom_OnAndOffThePump_NamesTheSchedulerOnlyWhereItWasLeft()
    {
        TurnScheduler? onThePump = Scheduler;
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
        Assert.Same(Scheduler, elsewhere);
        Assert.Null(TurnScheduler.EscapedFrom);
    }
}
