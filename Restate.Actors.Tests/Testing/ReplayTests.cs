using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class ReplayTests
{
    [Fact]
    [Capability("Testing", "Always replay, no retries switches")]
    public async Task ReplayAlways_DeterministicHandlers_SameResultsInMoreAttempts()
    {
        await using var host = await TestHosts.StartAsync(options => options.ReplayAlways = true);
        await host.GetActor<IPurse>("anna").DepositAsync(10);

        var balance = await host.GetActor<IBank>().TransferAsync("anna", "bob", 4);

        Assert.Equal(4, balance);
        Assert.Equal(3, host.Invocations.Single(invocation => invocation.Handler == "Transfer").Attempts);
    }

    [Fact]
    public async Task ReplayAlways_StepsAndTimers_WorkAsWell()
    {
        var till = new Till { Failures = 2 };
        await using var host = await TestHosts.StartAsync(options => options.ReplayAlways = true, actors: actors => actors.Services.AddTill(till));

        Assert.Equal("anna paid tea", await host.GetActor<IErrand>().PayForAsync("anna", "tea"));
        Assert.Equal("expired", await host.GetActor<IVoyage>("v1").RunAsync(30));
        Assert.Equal(3, till.Payments);
    }

    [Fact]
    public async Task LongWait_SuspendsAsOnAServer()
    {
        await using var host = await TestHosts.StartAsync();
        var brief = await host.GetActor<IPurse>("anna").Send(p => p.SlowDepositAsync(1, 59));
        var lengthy = await host.GetActor<IPurse>("bob").Send(p => p.SlowDepositAsync(1, 61));

        await host.AdvanceAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, host.FindInvocation(await brief.GetIdAsync()).Attempts);
        Assert.Equal(2, host.FindInvocation(await lengthy.GetIdAsync()).Attempts);
    }

    [Fact]
    public async Task ReplayAlways_HandlerDrifts_TestFailsWithBothSidesAndTheLine()
    {
        await using var host = await TestHosts.StartAsync(options => options.ReplayAlways = true);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.GetActor<IErrand>().DriftAsync());

        var text = error.ToString();
        Assert.Contains("Testing.Errand/Drift is not deterministic", text, StringComparison.Ordinal);
        Assert.Contains("[RSTA0570]", text, StringComparison.Ordinal);
        Assert.Contains("drift 1", text, StringComparison.Ordinal);
        Assert.Contains("drift 2", text, StringComparison.Ordinal);
        Assert.Matches(@"Errand\.cs:line \d+", text);
    }

    [Fact]
    public async Task WhenIdle_SentHandlerDrifts_Throws()
    {
        await using var host = await TestHosts.StartAsync(options => options.ReplayAlways = true);
        await host.GetActor<IErrand>().Send(e => e.DriftAsync());
        var error = await Assert.ThrowsAsync<ActorTestException>(() => host.AdvanceAsync(TimeSpan.FromMinutes(1)).ContinueWith(_ => host.WhenIdleAsync()).Unwrap());

        Assert.Contains("Testing.Errand/Drift is not deterministic", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_RecordedJournal_SameCodeCompletes()
    {
        var journal = await RecordAsync();

        await using var host = await TestHosts.StartAsync();
        var outcome = await host.ReplayAsync(RecordedJournal.Parse(journal.ToText()));

        Assert.Equal(ReplayOutcome.Completed, outcome);
        Assert.Empty(host.Invocations);
    }

    [Fact]
    [Capability("Testing", "Replay a recorded journal against new code")]
    public async Task Replay_RecordedJournal_ChangedCodeFailsWithBothSides()
    {
        var journal = await RecordAsync();
        await using var host = await TestHosts.StartAsync(actors: actors => actors.Services.AddTill(new Till()));

        var changed = journal.ToText().Replace(Encode("pay"), Encode("buy"), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<ActorTestException>(() => host.ReplayAsync(RecordedJournal.Parse(changed)));

        Assert.Contains("The code does not fit the recorded journal of Testing.Purse/Pay", error.Message, StringComparison.Ordinal);
        Assert.Contains("buy", error.Message, StringComparison.Ordinal);
        Assert.Contains("pay", error.Message, StringComparison.Ordinal);

        // The name stands at the end of the command's bytes: field 11, its id, then field 12.
        static string Encode(string name) => Convert.ToBase64String([0x58, 1, 0x62, 3, .. System.Text.Encoding.UTF8.GetBytes(name)]);
    }

    [Fact]
    public async Task Replay_JournalOfAnInvocationUnderWay_ExecutesNothing()
    {
        var till = new Till { Failures = int.MaxValue };
        await using var recording = await TestHosts.StartAsync(options => options.AutoAdvance = false, actors: actors => actors.Services.AddTill(till));
        var handle = await recording.GetActor<IPurse>("anna").Send(p => p.PayAsync("tea"));
        await recording.WhenIdleAsync();
        var journal = recording.ExportJournal(await handle.GetIdAsync());
        var fresh = new Till();
        await using var host = await TestHosts.StartAsync(actors: actors => actors.Services.AddTill(fresh));

        var outcome = await host.ReplayAsync(journal);

        Assert.Equal(ReplayOutcome.WentOn, outcome);
        Assert.Equal(0, fresh.Payments);
    }

    [Fact]
    public async Task Replay_WaitingWorkflow_Waits()
    {
        await using var recording = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var handle = await recording.GetActor<IVoyage>("v1").Send(v => v.RunAsync(7));

        await using var host = await TestHosts.StartAsync();

        Assert.Equal(ReplayOutcome.Waiting, await host.ReplayAsync(recording.ExportJournal(await handle.GetIdAsync())));
    }

    [Fact]
    public void Parse_NoJournal_SaysSo()
    {
        Assert.Throws<FormatException>(() => RecordedJournal.Parse("{}"));
        Assert.Throws<FormatException>(() => RecordedJournal.Parse("not json"));
    }

    private static async Task<RecordedJournal> RecordAsync()
    {
        await using var host = await TestHosts.StartAsync();
        var handle = await host.GetActor<IPurse>("anna").Send(p => p.PayAsync("tea"));
        await handle.AttachAsync();
        return host.ExportJournal(await handle.GetIdAsync());
    }
}
