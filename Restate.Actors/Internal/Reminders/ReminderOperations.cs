using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Reminders;

/// <summary>The reminders of the invocation's key: a table in its state, and one delayed call per reminder.</summary>
internal sealed class ReminderOperations(Invocation invocation, InvocationContext context) : IActorReminders
{
    public const string StateName = "$reminders";

    // One table for the whole invocation, so that operations that overlap do not lose each other's changes.
    private Task<ReminderTable>? _table;

    public async Task RegisterOrUpdateAsync(string name, TimeSpan due, TimeSpan? period = null, MissedTicks missedTicks = MissedTicks.Coalesce)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(due, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(due, SendOptions.LongestDelay);
        ArgumentOutOfRangeException.ThrowIfLessThan(period ?? TimeSpan.MaxValue, TimeSpan.FromMilliseconds(1), nameof(period));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period ?? TimeSpan.Zero, SendOptions.LongestDelay, nameof(period));
        EnterWrite(nameof(RegisterOrUpdateAsync));
        var generation = context.NewGuid().ToString("N");
        var firstDue = context.Time.GetUtcNow().ToUnixTimeMilliseconds() + (long)due.TotalMilliseconds;
        await RegisterAsync(new ReminderEntry(name, generation, firstDue, (long?)period?.TotalMilliseconds, missedTicks, Missed: 0, Invocation: "")).ConfigureAwait(true);
    }

    public async Task RegisterOrUpdateAsync(string name, CronSchedule schedule, MissedTicks missedTicks = MissedTicks.Coalesce)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(schedule);
        EnterWrite(nameof(RegisterOrUpdateAsync));
        var generation = context.NewGuid().ToString("N");
        var firstDue = schedule.GetNext(context.Time.GetUtcNow()).ToUnixTimeMilliseconds();
        await RegisterAsync(new ReminderEntry(name, generation, firstDue, Period: null, missedTicks, Missed: 0, Invocation: "")
        {
            Cron = schedule.Expression,
            TimeZone = schedule.TimeZone,
        }).ConfigureAwait(true);
    }

    public async Task<bool> UnregisterAsync(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        EnterWrite(nameof(UnregisterAsync));
        var table = await LoadAsync().ConfigureAwait(true);
        if (table.Remove(name) is not { } removed)
        {
            return false;
        }

        Replace(table, removed);
        return true;
    }

    public async Task<Reminder?> GetAsync(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Enter(nameof(GetAsync));
        var table = await LoadAsync().ConfigureAwait(true);
        return table.Find(name)?.ToReminder();
    }

    public async Task<IReadOnlyList<Reminder>> ListAsync()
    {
        Enter(nameof(ListAsync));
        var table = await LoadAsync().ConfigureAwait(true);
        return [.. table.Entries.Select(entry => entry.ToReminder())];
    }

    /// <summary>Forgets all reminders, because the handler clears its whole state.</summary>
    public void Forget() => _table = Task.FromResult(new ReminderTable());

    /// <summary>Handles a tick: schedules the next one, then calls the actor.</summary>
    public async Task DeliverAsync(IRemindable actor, ReminderCall call)
    {
        // All awaits resume on the turn scheduler of the handler.
        var table = await LoadAsync().ConfigureAwait(true);
        if (table.Find(call.Name) is not { } entry || entry.Generation != call.Generation)
        {
            return;
        }

        if (!entry.IsRecurring)
        {
            table.Remove(call.Name);
            Write(table);
            await actor.ReceiveReminderAsync(call.Name, Tick(call.Scheduled, null, missed: 0)).ConfigureAwait(true);
            return;
        }

        var now = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var (newest, late) = entry.MissedTicks == MissedTicks.CatchUp ? (call.Scheduled, 0) : entry.Newest(call.Scheduled, now);
        var isSkipped = entry.MissedTicks == MissedTicks.Skip && late > 0;
        var missed = (int)Math.Min(int.MaxValue, entry.Missed + late);
        table.Put(await ScheduleAsync(entry with { Due = entry.After(newest), Missed = isSkipped ? missed + 1 : 0 }).ConfigureAwait(true));
        Write(table);
        if (!isSkipped)
        {
            await actor.ReceiveReminderAsync(call.Name, Tick(newest, entry.Period, missed)).ConfigureAwait(true);
        }
    }

    private static ReminderTick Tick(long scheduled, long? period, int missed)
    {
        return new ReminderTick(
            DateTimeOffset.FromUnixTimeMilliseconds(scheduled), period is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null, missed);
    }

    private void Enter(string operation)
    {
        StateOperations.EnterRead(invocation, $"Reminders.{operation}");
        if (!invocation.Settings.IsRemindable)
        {
            throw new InvalidOperationException(
                $"{invocation.Name} used Reminders.{operation}, but its class is no virtual object that implements IRemindable.");
        }
    }

    private void EnterWrite(string operation)
    {
        Enter(operation);
        StateOperations.EnterWrite(invocation, $"Reminders.{operation}");
    }

    private async Task RegisterAsync(ReminderEntry entry)
    {
        var scheduled = await ScheduleAsync(entry).ConfigureAwait(true);
        var table = await LoadAsync().ConfigureAwait(true);
        Replace(table, table.Put(scheduled));
    }

    private Task<ReminderTable> LoadAsync() => _table ??= ReadAsync();

    private async Task<ReminderTable> ReadAsync()
    {
        var read = StateOperations.Read(invocation, StateName);
        var bytes = read.IsKnown ? read.Value : await invocation.WaitAsync(new StateWait(read.Completion, StateName)).ConfigureAwait(true);
        return ReminderTable.Read(bytes);
    }

    private async Task<ReminderEntry> ScheduleAsync(ReminderEntry entry)
    {
        var start = invocation.Start;
        var request = new CallRequest
        {
            Service = invocation.Settings.Contract.Name,
            Handler = ReminderHandler.Name,
            Key = start.Key,
            Scope = start.Scope,
            Name = entry.Name,
            Headers = context.CarriedHeaders,
            Parameter = invocation.Serialize(
                ReminderHandler.Input, new ReminderCall(entry.Name, entry.Generation, entry.Due), invocation.Payloads.InputOf(invocation.Settings.Contract.Name), "A tick"),
        };
        var id = invocation.Journal.Calls.Send(request, (ulong)entry.Due);
        return entry with { Invocation = await invocation.WaitAsync(new InvocationIdWait(id)).ConfigureAwait(true) };
    }

    // What the handler does is saved with its state, if it saves on success. The bookkeeping of a tick counts at once: the next tick is sent already.
    private void Replace(ReminderTable table, ReminderEntry? previous)
    {
        if (invocation.UnsavedState is not { } buffer)
        {
            Write(table);
            Cancel(previous);
            return;
        }

        if (table.IsEmpty)
        {
            buffer.Clear(StateName);
        }
        else
        {
            buffer.Set(StateName, table.ToBytes());
        }

        buffer.AfterSave(() => Cancel(previous));
    }

    private void Write(ReminderTable table)
    {
        if (table.IsEmpty)
        {
            invocation.Journal.State.Clear(StateName);
        }
        else
        {
            invocation.Journal.State.Set(StateName, table.ToBytes());
        }
    }

    private void Cancel(ReminderEntry? previous)
    {
        if (previous is not null)
        {
            invocation.Journal.Calls.SendSignal(previous.Invocation, SignalId.Cancel, SignalResult.Void);
        }
    }
}
