using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.Integration.Wayward;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>What operators see of handlers that are not deterministic.</summary>
public abstract class NonDeterminismTests(ActorServer server) : ServerTest(server)
{
    private const string ForeignAwait =
        "awaited something that is not durable: a task of another thread (HTTP, a database, Task.Delay without Time, Task.Run) "
        + "was awaited outside Run(...). Its outcome is not in the journal, so a replay could go another way. "
        + "Put it inside Run(\"name\", run => ...), or use the durable form, such as Task.Delay(delay, Time).";

    private const string Remedy =
        """
        The handler is not deterministic, or its code changed under a running invocation.
        Put clocks, randomness and I/O inside Run(...); deploy changed code as a new deployment.
        See https://github.com/restate-actors/restate-actors/blob/main/docs/versioning.md
        """;

    private IWanderer Wanderer => Client.GetActor<IWanderer>();

    [Fact]
    [Capability("Errors", "Journal mismatch detected")]
    public async Task Replay_OtherCommand_ErrorNamesBothSides()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.OtherCommandAsync(Key), "RT0016");

        Assert.Contains(
            $"""
            [RSTA0570] Journal mismatch at command 1 (SleepCommand).
              command: recorded RunCommand, attempted SleepCommand
            {Remedy}
            """,
            failure.Message,
            StringComparison.Ordinal);
        Assert.Equal("1", failure.CommandIndex);
    }

    [Fact]
    [Capability("Errors", "Which operation failed is reported to the server")]
    public async Task Replay_OtherName_ErrorNamesBothSides()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.OtherNameAsync(Key), "RT0016");

        Assert.Contains("[RSTA0570] Journal mismatch at command 2 (RunCommand 'blue').", failure.Message, StringComparison.Ordinal);
        Assert.Contains("name: recorded \"red\", attempted \"blue\"", failure.Message, StringComparison.Ordinal);
        Assert.Equal("2", failure.CommandIndex);
        Assert.Equal("blue", failure.CommandName);
    }

    [Fact]
    public async Task Replay_HandlerReturnsEarly_ErrorNamesWhatIsLeft()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.ReturnEarlyAsync(Key), "RT0016");

        Assert.Contains("[RSTA0570] Journal mismatch at command 2 (OutputCommand).", failure.Message, StringComparison.Ordinal);
        Assert.Contains("command: recorded RunCommand, attempted OutputCommand", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Errors", "Journal mismatch detected")]
    public async Task Replay_WaitsForSomethingElse_ErrorNamesBothSides()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.WaitForAnotherAsync(Key), "RT0016");

        Assert.Contains("[RSTA0570] Journal mismatch: the handler waits where an earlier attempt went on.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("recorded by an earlier attempt: 1 more commands, the next of type RunCommand", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "Await of something foreign outside `Run`")]
    public async Task ForeignAwait_Strict_FailsWithTheRemedy()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.FetchAsync(HealthUri), "RT0007");

        Assert.Contains($"[RSTA2003] Wanderer/Fetch {ForeignAwait}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignAwait_OnlyReported_WorksWithOneWarning()
    {
        await using var host = await StartHostAsync(EscapeHandling.Warn);

        var fetched = await Wanderer.FetchAndGoOnAsync(HealthUri);

        Assert.StartsWith("{\"SERVICES\":", fetched, StringComparison.Ordinal);
        Assert.Contains(host.Logs.Problems, problem => problem.Contains($"[RSTA2003] Wanderer/FetchAndGoOn {ForeignAwait}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DurableOperation_OnAnotherThread_FailsWithTheRemedy()
    {
        await using var host = await StartHostAsync();

        var failure = await FailAsync(wanderer => wanderer.CallFromAnotherThreadAsync(), "RT0007");

        Assert.Matches("\\[RSTA200[34]\\] ", failure.Message);
    }

    private string HealthUri => new Uri(Server.IngressUri, "/restate/health").AbsoluteUri;

    private Task<ActorHost> StartHostAsync(EscapeHandling escapes = EscapeHandling.Fail) =>
        ActorHost.StartAsync(Server, ActorHostSettings.Of(typeof(Wanderer)) with { EscapeHandling = escapes });

    private async Task<(string Message, string? CommandIndex, string? CommandName)> FailAsync(Func<IWanderer, Task> call, string errorCode)
    {
        var invocation = await Wanderer.Send(call);
        var id = await invocation.GetIdAsync();
        await Eventually.BecomesTrueAsync(async () => await ColumnAsync(id, "last_failure_error_code") == errorCode);
        var failure = (
            await ColumnAsync(id, "last_failure") ?? string.Empty,
            await ColumnAsync(id, "last_failure_related_command_index"),
            await ColumnAsync(id, "last_failure_related_command_name"));
        await Server.Admin.KillAsync(id);
        return failure;
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : NonDeterminismTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : NonDeterminismTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : NonDeterminismTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : NonDeterminismTests(server);
}
