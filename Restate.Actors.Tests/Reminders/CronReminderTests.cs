using System.Globalization;
using Restate.Actors.Tests.Operations;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Reminders;

/// <summary>What ticks of a cron schedule do, message by message.</summary>
public sealed class CronReminderTests
{
    // The clock stands at 2026-01-01T00:00:00Z: a Thursday.
    private const long Now = 1_767_225_600_000;
    private const long Minute = 60_000;

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Register_FirstTickIsTheNextOfTheSchedule()
    {
        await using var host = Host();
        var peer = AttemptPeer.Start(host, JournalScript.Of("Alarm", "StartCron", """{"name":"report","expression":"30 9 * * *","timeZone":"Europe/Berlin"}"""));

        var due = Now + ((8 * 60) + 30) * Minute;
        Assert.Equal($"SleepCommand wake_up_time={Now} result_completion_id=1", peer.Take()[0]);
        peer.Send(WireFrame.InvocationId(2, "inv_1tick"));

        var sent = await peer.FinishAsync();
        var state = Assert.Single(sent, message => message.StartsWith("SetStateCommand", StringComparison.Ordinal));
        Assert.Contains($"\"due\":{due},\"period\":null,\"missedTicks\":0,\"missed\":0,\"invocation\":\"inv_1tick\"", state, StringComparison.Ordinal);
        Assert.EndsWith("""cron":"30 9 * * *","timeZone":"Europe/Berlin"}]""", state, StringComparison.Ordinal);
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Theory]
    [InlineData(0, 3, 3 * Minute, 3)]
    [InlineData(1, 0, 0, 0)]
    public async Task Tick_LateByThree_AsThePolicySays(int policy, int missed, long newest, int passed)
    {
        await using var host = Host();
        _clock.Advance(TimeSpan.FromMilliseconds((3 * Minute) + 20_000));

        var peer = AttemptPeer.Start(host, Tick(policy));
        peer.Send(WireFrame.InvocationId(3, "inv_1next"));

        var sent = await peer.FinishAsync();
        Assert.Contains($"\"due\":{Now + ((passed + 1) * Minute)},", Assert.Single(sent, message => message.StartsWith("SetStateCommand key=$reminders", StringComparison.Ordinal)), StringComparison.Ordinal);
        var scheduled = DateTimeOffset.FromUnixTimeMilliseconds(Now + newest).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Contains($$"""SetStateCommand key=report value=[{"scheduled":"{{scheduled}}+00:00","period":null,"missed":{{missed}}}]""", sent);
    }

    [Fact]
    public async Task Tick_LateAndSkipped_DoesNotComeAndIsCounted()
    {
        await using var host = Host();
        _clock.Advance(TimeSpan.FromMilliseconds((3 * Minute) + 20_000));

        var peer = AttemptPeer.Start(host, Tick((int)MissedTicks.Skip));
        peer.Send(WireFrame.InvocationId(3, "inv_1next"));

        var sent = await peer.FinishAsync();
        Assert.Contains($"\"due\":{Now + (4 * Minute)},\"period\":null,\"missedTicks\":2,\"missed\":4,", Assert.Single(sent, message => message.StartsWith("SetState", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("OutputCommand value=", sent[^2]);
    }

    private static JournalScript Tick(int policy)
    {
        var entry = $$"""[{"name":"report","generation":"g","due":{{Now}},"period":null,"missedTicks":{{policy}},"missed":0,"invocation":"inv_1tick","cron":"* * * * *","timeZone":"UTC"}]""";
        return JournalScript.Of("Alarm", "_Reminder", $$"""{"name":"report","generation":"g","scheduled":{{Now}}}""") with { State = [("$reminders", entry)] };
    }

    private EngineHost Host() => new(static services => __Alarm_Actor.AddTo(new RestateActorsBuilder(services)), clock: _clock);
}
