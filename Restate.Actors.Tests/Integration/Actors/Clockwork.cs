using System.Globalization;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Clockwork(Probe probe) : DurableService, IClockwork
{
    public Task SleepAsync(int milliseconds) => Sleep(TimeSpan.FromMilliseconds(milliseconds), "nap");

    public Task DelayAsync(int milliseconds) => Task.Delay(TimeSpan.FromMilliseconds(milliseconds), Time);

    public async Task<string> RaceAsync(int milliseconds, int timeout)
    {
        var work = Sleep(TimeSpan.FromMilliseconds(milliseconds));
        var limit = Task.Delay(TimeSpan.FromMilliseconds(timeout), Time);
        return await Task.WhenAny(work, limit) == work ? "work" : "limit";
    }

    public async Task<bool> TryWaitAsync(int milliseconds, int timeout)
    {
        try
        {
            await Sleep(TimeSpan.FromMilliseconds(milliseconds)).WaitAsync(TimeSpan.FromMilliseconds(timeout), Time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(string topic)
    {
        var before = Read($"{topic}/before");
        await Sleep(TimeSpan.FromMilliseconds(20));
        var between = Read($"{topic}/between");
        probe.FailOnce($"{topic}/failure");
        await Run("step", _ => 1);
        var after = Read($"{topic}/after");
        var again = Read($"{topic}/again");
        await Sleep(TimeSpan.FromMilliseconds(1));
        return [before, between, after, again];
    }

    public async Task<IReadOnlyList<string>> DrawAsync(string topic)
    {
        List<string> drawn = [NewGuid().ToString(), Random.Next(1_000_000).ToString(CultureInfo.InvariantCulture)];
        await Sleep(TimeSpan.FromMilliseconds(1));
        drawn.Add(Random.NextDouble().ToString(CultureInfo.InvariantCulture));
        drawn.Add(NewGuid().ToString());
        probe.Note($"{topic}/drawn", string.Join(' ', drawn));
        probe.FailOnce($"{topic}/failure");
        return drawn;
    }

    public async Task<int> TickAsync(int ticks)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5), Time);
        for (var tick = 0; tick < ticks; tick++)
        {
            await timer.WaitForNextTickAsync();
        }

        return ticks;
    }

    public async Task<string> LateAsync()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(10), Time);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, source.Token);
            return "never";
        }
        catch (OperationCanceledException)
        {
            await Sleep(TimeSpan.FromMilliseconds(1));
            return "cancelled by time";
        }
    }

    public async Task ThrowInTimerAsync()
    {
        await using var timer = Time.CreateTimer(_ => throw new TerminalException("thrown by a timer", 418), null, TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);
        await Sleep(TimeSpan.FromDays(1));
    }

    public async Task<string> RaceAndDropAsync(int milliseconds, int timeout, CancellationToken cancellationToken)
    {
        var work = Sleep(TimeSpan.FromMilliseconds(milliseconds));
        var limit = Task.Delay(TimeSpan.FromMilliseconds(timeout), Time, cancellationToken);
        var winner = await Task.WhenAny(work, limit) == work ? "work" : "limit";
        await Sleep(TimeSpan.FromMilliseconds(1));
        return winner;
    }

    private DateTimeOffset Read(string topic)
    {
        var now = Time.GetUtcNow();
        probe.Note(topic, now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }
}
