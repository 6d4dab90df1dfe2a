using Xunit;

namespace Restate.Actors.Tests.Operations;

/// <summary>What the programming model promises beyond single operations, on the real server, whatever its configuration.</summary>
public abstract class ModelTests(ModelRig rig)
{
    private IRestateClient Client => rig.Client;

    [Theory]
    [Capability("Hooks", "Deadlock detection for object call cycles")]
    [InlineData("a")]
    [InlineData("b", "a")]
    [InlineData("hub", "a")]
    [InlineData("b", "peek:c", "hub", "a")]
    public async Task Call_OfAKeyThatWaits_508(params string[] path)
    {
        var prefix = NewKey();
        string[] full = [.. path.Select(step => step == "hub" ? step : step.StartsWith("peek:", StringComparison.Ordinal) ? $"peek:{prefix}{step[5..]}" : prefix + step)];

        var error = await Assert.ThrowsAsync<TerminalException>(() => Client.GetActor<ICycleLink>($"{prefix}a").Follow(full));

        Assert.Equal(508, error.Code);
        Assert.StartsWith(
            $"[RSTA4004] The call of CycleLink/Follow can never end: its key waits for this invocation. The chain of calls is CycleLink/{Uri.EscapeDataString(prefix)}a -> ",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OfAnotherKeyOrASharedHandler_IsNoCycle()
    {
        var key = NewKey();

        Assert.Equal("end", await Client.GetActor<ICycleLink>(key).Follow([$"{key}b", $"peek:{key}", "hub", $"{key}c"]));
        Assert.True(await Client.GetActor<ICycleLink>(key).SendToMyself());
        Assert.Equal("went on", await Client.GetActor<ICycleLink>(key).CallWithoutWaiting());
        Assert.Equal("end", await Client.GetActor<ICycleLink>(key).Follow([]));
    }

    [Fact]
    public async Task Request_OfACalledActor_ShowsNoChain()
    {
        var headers = await Client.GetActor<ICycleLink>(NewKey()).HeadersOfNext(NewKey());

        Assert.DoesNotContain(headers, name => name.Contains("chain", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Capability("Soundness", "Actor references as arguments, results and state")]
    public async Task Reference_AsArgumentStateAndResult_IsAProxyOfItsWorld()
    {
        var target = Client.GetActor<IReferenceTarget>(Guid.NewGuid());
        var holder = Client.GetActor<IReferenceHolder>(NewKey());

        Assert.Null(await holder.Give());
        Assert.Equal(5, await holder.Use(target, 5));
        await holder.Keep(new Kept(target, Client.GetActor<IReferenceDesk>(), 3));
        Assert.Equal(13, await holder.UseKept());
        Assert.Equal(10, await (await holder.Give())!.Add(2));
        Assert.Equal(17, await (await holder.GiveMyself()).Use(target, 7));
    }

    [Fact]
    [Capability("Soundness", "State all or nothing")]
    public async Task SaveOnSuccess_TerminalError_NothingIsWritten()
    {
        var account = Client.GetActor<ISavingAccount>(NewKey());

        Assert.Equal("1 True False a,b", await account.Work("ok"));
        var error = await Assert.ThrowsAsync<TerminalException>(() => account.Work("fail"));

        Assert.Equal("2 True False a,b", error.Message);
        Assert.Equal("1 a,b", await account.Show());
        Assert.Equal("-1 z", await account.Replace());
        Assert.Equal("0 z", await account.Show());
    }

    [Fact]
    public async Task SaveOnSuccess_Cancelled_NothingIsWritten()
    {
        var account = Client.GetActor<ISavingAccount>(NewKey());
        var work = await account.Send(to => to.WaitForSignal());
        var id = await work.GetIdAsync();

        await rig.Server.Admin.Client.Invocations.CancelAsync(id);
        var error = await Assert.ThrowsAsync<TerminalException>(() => work.AttachAsync());

        Assert.Equal(409, error.Code);
        Assert.Equal("0 ", await account.Show());
    }

    [Fact]
    [Capability("Hosting", "In-process activation cache between turns")]
    public async Task RunCached_SecondInvocation_TakesTheValueFromMemoryUnlessTooOld()
    {
        var key = NewKey();
        var quote = Client.GetActor<ICachedQuote>(key);

        Assert.Equal(1, await quote.Quote());
        Assert.Equal(1, await quote.Quote());
        Assert.Equal(2, await quote.FreshQuote());
        Assert.Equal(2, await quote.Quote());
        Assert.Equal(2, CachedQuote.Executions[key]);
    }

    [Fact]
    public async Task Reminder_WithoutPeriod_TicksOnceAndIsGone()
    {
        var alarm = Client.GetActor<IAlarm>(NewKey());

        await alarm.Start("once", 300, null, MissedTicks.Coalesce);
        var reminder = await alarm.Find("once");
        var ticks = await TicksAsync(alarm.Ticks, "once", 1);

        Assert.Equal(new Reminder("once", ticks[0].Scheduled, null, MissedTicks.Coalesce), reminder);
        Assert.Equal(new ReminderTick(reminder!.NextDue, null, 0), ticks[0]);
        Assert.Null(await alarm.Find("once"));
        Assert.Equal("once", await alarm.Names());
    }

    [Fact]
    [Capability("Timers, time, randomness", "Change or cancel a pending delayed call by name")]
    public async Task Reminder_WithPeriod_FollowsTheScheduleUntilUnregistered()
    {
        var key = NewKey();
        var alarm = Client.GetActor<IAlarm>(key);
        await alarm.Start("often", 0, 400, MissedTicks.CatchUp);
        await alarm.Start("broken", 0, 200, MissedTicks.CatchUp);

        var ticks = await TicksAsync(alarm.Ticks, "often", 3);
        var broken = await alarm.Find("broken");
        Assert.True(await alarm.Stop("often"));
        Assert.True(await alarm.Stop("broken"));
        Assert.False(await alarm.Stop("often"));

        Assert.Equal([0, 400, 800], ticks.Take(3).Select(tick => (tick.Scheduled - ticks[0].Scheduled).TotalMilliseconds));
        Assert.All(ticks, tick => Assert.Equal((TimeSpan.FromMilliseconds(400), 0), (tick.Period, tick.Missed)));
        Assert.True(broken!.NextDue > ticks[0].Scheduled + TimeSpan.FromMilliseconds(400));
        await NothingIsPendingAsync("Alarm", key);
    }

    [Fact]
    [Capability("Timers, time, randomness", "Change or cancel a pending delayed call by name")]
    public async Task Reminder_RegisteredAgain_ReplacesThePendingTick()
    {
        var key = NewKey();
        var alarm = Client.GetActor<IAlarm>(key);
        await alarm.Start("dunning", 3_600_000, null, MissedTicks.Coalesce);

        await alarm.Start("dunning", 0, null, MissedTicks.Coalesce);

        Assert.Single(await TicksAsync(alarm.Ticks, "dunning", 1));
        await NothingIsPendingAsync("Alarm", key);
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "Parallel reminders or steps share a buffer")]
    public async Task Reminder_SeveralAtOnce_NoneIsLostAndClearAllRemovesThem()
    {
        var alarm = Client.GetActor<IAlarm>(NewKey());

        Assert.Equal("0,1,2", await alarm.StartSeveral());
        Assert.NotNull(await alarm.Find("1"));
        await alarm.Wipe();

        Assert.Null(await alarm.Find("1"));
        Assert.False(await alarm.Stop("1"));
    }

    [Theory]
    [Capability("Soundness", "Reminders by name: replace, cancel, list, missed ticks")]
    [InlineData(MissedTicks.Coalesce)]
    [InlineData(MissedTicks.CatchUp)]
    [InlineData(MissedTicks.Skip)]
    public async Task Reminder_KeyBusyForSeveralPeriods_AsThePolicySays(MissedTicks policy)
    {
        var alarm = Client.GetActor<IAlarm>(NewKey());
        await alarm.Start("tick", 1000, 1000, policy);
        var first = (await alarm.Find("tick"))!.NextDue;

        await alarm.Block(3500);
        var ticks = await TicksAsync(alarm.Ticks, "tick", policy == MissedTicks.CatchUp ? 3 : 1);
        await alarm.Stop("tick");

        // The first two ticks came at least a period late, the third one less.
        var seconds = ticks.Select(tick => ((tick.Scheduled - first).TotalSeconds, tick.Missed)).ToArray();
        if (policy == MissedTicks.CatchUp)
        {
            Assert.Equal([(0, 0), (1, 0), (2, 0)], seconds.Take(3));
        }
        else
        {
            Assert.InRange(seconds[0].Missed, 2, 5);
            Assert.Equal(seconds[0].Missed, seconds[0].TotalSeconds);
        }
    }

    [Fact]
    [Capability("Timers, time, randomness", "Recurring schedule (cron) helper")]
    public async Task Reminder_WithACronSchedule_IsListedReplacedAndRemoved()
    {
        var key = NewKey();
        var alarm = Client.GetActor<IAlarm>(key);
        await alarm.StartCron("report", "0 9 1 1 *", "Europe/Berlin");
        await alarm.StartCron("report", "30 2 * * MON-FRI", "America/New_York");

        var schedule = new CronSchedule("30 2 * * MON-FRI", "America/New_York");
        var report = await alarm.Find("report");
        var rows = await rig.Server.Admin.QueryAsync(
            $"SELECT id FROM sys_invocation WHERE target_service_key = '{key}' AND target_handler_name = '_Reminder' AND status = 'scheduled'");

        Assert.Equal(schedule, report!.Cron);
        Assert.Null(report.Period);
        Assert.Equal(report.NextDue, schedule.GetNext(report.NextDue.AddMilliseconds(-1)));
        Assert.InRange(report.NextDue, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(4));
        Assert.Single(rows);
        Assert.True(await alarm.Stop("report"));
        await NothingIsPendingAsync("Alarm", key);
    }

    [Fact]
    [Capability("Timers, time, randomness", "Recurring schedule (cron) helper")]
    public async Task Reminder_WithACronSchedule_TicksAtEachMinute()
    {
        var alarm = Client.GetActor<IAlarm>(NewKey());
        await alarm.StartCron("minute", "* * * * *");
        var due = (await alarm.Find("minute"))!.NextDue;

        var tick = (await TicksAsync(alarm.Ticks, "minute", 1, attempts: 1600))[0];

        Assert.Equal(new ReminderTick(due, null, 0), tick);
        Assert.Equal(due.AddMinutes(1), (await alarm.Find("minute"))!.NextDue);
    }

    [Fact]
    public async Task Reminder_WithSaveOnSuccess_TerminalErrorTakesItBack()
    {
        var alarm = Client.GetActor<ISavingAlarm>(NewKey());

        await Assert.ThrowsAsync<TerminalException>(() => alarm.Start("never", 0, null, MissedTicks.Coalesce, fail: true));
        await alarm.Start("stays", 500, null, MissedTicks.Coalesce);
        await Assert.ThrowsAsync<TerminalException>(() => alarm.Stop("stays", fail: true));

        Assert.Single(await TicksAsync(alarm.Ticks, "stays", 1));
        Assert.Empty(await alarm.Ticks("never"));
        Assert.Null(await alarm.Find("never"));
    }

    [Fact]
    public async Task Reminder_TickFromOutside_IsRefused()
    {
        var answer = await rig.Server.Ingress.PostJsonAsync("/Alarm/a/_Reminder", "{}");

        Assert.InRange((int)answer.Status, 400, 499);
    }

    private static async Task<ReminderTick[]> TicksAsync(Func<string, Task<ReminderTick[]>> read, string name, int count, int attempts = 400)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            var ticks = await read(name);
            if (ticks.Length >= count)
            {
                return ticks;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{count} ticks of '{name}' did not come.");
    }

    private async Task NothingIsPendingAsync(string service, string key)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var rows = await rig.Server.Admin.QueryAsync(
                $"SELECT id FROM sys_invocation WHERE target_service_name = '{service}' AND target_service_key = '{key}' AND status <> 'completed'");
            if (rows.Count == 0)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("A tick is still pending.");
    }

    private static string NewKey() => $"{Guid.NewGuid():N}ü/";
}
