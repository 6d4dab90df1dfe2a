using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class StepRetryTests
{
    private const string Related = " related_command_index=1 related_command_name=s related_command_type=1041";

    [Fact]
    [Capability("Errors", "Which operation failed is reported to the server")]
    public async Task Fails_WithoutPolicy_ServerDecides()
    {
        var error = await FailAsync(options: null, JournalScript.Basic());

        Assert.StartsWith("Error code=500 message=down stacktrace=System.IO.IOException: down", error, StringComparison.Ordinal);
        Assert.EndsWith(Related, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_WithPolicy_DelayOfTheFirstRetry()
    {
        var error = await FailAsync(new RunOptions { InitialInterval = TimeSpan.FromMilliseconds(70) }, JournalScript.Basic());

        Assert.EndsWith($"{Related} next_retry_delay=70", error, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Side effects (run)", "Retry counted and delayed by the server")]
    public async Task Fails_ThirdTime_DelayHasGrown()
    {
        var error = await FailAsync(new RunOptions { InitialInterval = TimeSpan.FromMilliseconds(70) }, Replayed(retries: 2));

        Assert.EndsWith($"{Related} next_retry_delay=280", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_LastTime_IsATerminalResult()
    {
        var proposal = await FailAsync(new RunOptions { MaxAttempts = 3 }, Replayed(retries: 2));

        Assert.Equal("ProposeRunCompletion result_completion_id=1 failure=500:down", proposal);
    }

    [Fact]
    public async Task Fails_DurationIsOver_IsATerminalResult()
    {
        var proposal = await FailAsync(new RunOptions { MaxDuration = TimeSpan.FromSeconds(5) }, Replayed(retries: 2) with { RetryDuration = 6000 });

        Assert.Equal("ProposeRunCompletion result_completion_id=1 failure=500:down", proposal);
    }

    [Theory]
    [Capability("Side effects (run)", "Retry-after chosen by the error")]
    [InlineData(null)]
    [InlineData(70)]
    public async Task Fails_ErrorNamesTheTime_DelayIsThatOfTheError(int? interval)
    {
        var options = interval is { } milliseconds ? new RunOptions { InitialInterval = TimeSpan.FromMilliseconds(milliseconds) } : null;

        var error = await FailAsync(options, JournalScript.Basic(), new RetryAfterException(TimeSpan.FromSeconds(90), "busy"));

        Assert.StartsWith("Error code=500 message=busy ", error, StringComparison.Ordinal);
        Assert.EndsWith($"{Related} next_retry_delay=90000", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_ErrorNamesTheTimeButNoRetryIsLeft_IsATerminalResult()
    {
        var proposal = await FailAsync(new RunOptions { MaxAttempts = 1 }, JournalScript.Basic(), new RetryAfterException(TimeSpan.FromSeconds(90), "busy"));

        Assert.Equal("ProposeRunCompletion result_completion_id=1 failure=500:busy", proposal);
    }

    [Fact]
    public async Task Handler_ErrorNamesTheTime_DelayIsThatOfTheError()
    {
        await using var host = new EngineHost();
        host.Script.Handler = (_, _) => throw new RetryAfterException(TimeSpan.FromMilliseconds(1500), "busy");

        var error = Assert.Single(await AttemptPeer.Start(host, JournalScript.Basic()).FinishAsync());

        Assert.StartsWith("Error code=500 message=busy ", error, StringComparison.Ordinal);
        Assert.EndsWith(" next_retry_delay=1500", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_PauseWhenExhausted_InvocationPauses()
    {
        var error = await FailAsync(
            new RunOptions { MaxAttempts = 1, PauseWhenExhausted = true }, JournalScript.Basic() with { Version = Internal.Protocol.ServiceProtocolVersion.V7 });

        Assert.StartsWith("Error code=500 message=down ", error, StringComparison.Ordinal);
        Assert.EndsWith($"{Related} behavior=Pause", error, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Side effects (run)", "Pause the invocation from a run")]
    public async Task Fails_PauseWhenExhausted_ServerTooOld_IsATerminalResult()
    {
        var proposal = await FailAsync(new RunOptions { MaxAttempts = 1, PauseWhenExhausted = true }, JournalScript.Basic());

        Assert.Equal("ProposeRunCompletion result_completion_id=1 failure=500:down", proposal);
    }

    [Fact]
    [Capability("Side effects (run)", "Terminal failure of a run is stored")]
    public async Task FailsTerminally_IsAResult()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("s", _ => throw new TerminalException("never", 418));
            return "";
        };

        var peer = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal("ProposeRunCompletion result_completion_id=1 failure=418:never", await LastAsync(peer, 2));
    }

    // A run that an earlier attempt has written: only then the server's counters speak of it.
    private static JournalScript Replayed(uint retries)
    {
        var run = new Protocol.Oracle.RunCommandMessage { ResultCompletionId = 1, Name = "s" };
        return JournalScript.Basic().With(WireFrame.Of(Internal.Protocol.MessageType.RunCommand, run)) with { RetryCount = retries, RetryDuration = 1 };
    }

    private static async Task<string> FailAsync(RunOptions? options, JournalScript journal, Exception? failure = null)
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, _) =>
        {
            await context.Run("s", _ => Task.FromException(failure ?? new IOException("down")), options);
            return "";
        };
        return await LastAsync(AttemptPeer.Start(host, journal), 3 - journal.Entries.Count);
    }

    private static async Task<string> LastAsync(AttemptPeer peer, int count)
    {
        List<string> taken = [];
        while (taken.Count < count)
        {
            taken.AddRange(await peer.NextAsync());
        }

        return taken[^1];
    }
}
