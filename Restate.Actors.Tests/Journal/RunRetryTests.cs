using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class RunRetryTests
{
    private static readonly TestFrame Recorded = Frames.Command(new RunCommand(1, "step"));

    private static readonly RunRetryPolicy Policy = new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(100),
        Factor = 2,
        MaxInterval = TimeSpan.FromSeconds(1),
        MaxAttempts = 10,
    };

    [Theory]
    [InlineData(0u, 100ul)]
    [InlineData(1u, 200ul)]
    [InlineData(2u, 400ul)]
    [InlineData(3u, 800ul)]
    [InlineData(4u, 1000ul)]
    [InlineData(8u, 1000ul)]
    public void Fail_ReplayedRun_CountsTheAttemptsBefore(uint attemptsBefore, ulong delay)
    {
        var scene = ReplayedRun(attemptsBefore, 1);

        scene.Machine.Runs.Fail(1, Failure(), Policy);

        scene.AssertWrote(Error(1, delay));
        Assert.Equal(JournalOutcome.Failed, scene.Machine.Outcome);
    }

    [Fact]
    public void Fail_LastAttempt_ProposesATerminalFailure()
    {
        var scene = ReplayedRun(attempts: 9, duration: 9000);

        scene.Machine.Runs.Fail(1, Failure(code: 503), Policy);

        scene.AssertWrote(Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Failed(503, "boom")));
        Assert.False(scene.Machine.IsClosed);
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    public void Fail_MaxDuration_CountsEarlierAttemptsAndThisExecution(int duration, bool isExhausted)
    {
        var scene = ReplayedRun(attempts: 1, duration: (ulong)duration - 400);
        var policy = Policy with { MaxAttempts = null, MaxDuration = TimeSpan.FromSeconds(1) };

        scene.Machine.Runs.Fail(1, Failure() with { Elapsed = TimeSpan.FromMilliseconds(400) }, policy);

        scene.AssertWrote(isExhausted ? Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Failed(500, "boom")) : Error(1, 200));
    }

    [Fact]
    public void Fail_DurationWithoutAttempts_IsIgnored()
    {
        var scene = ReplayedRun(attempts: 0, duration: 60_000);

        scene.Machine.Runs.Fail(1, Failure(), Policy with { MaxDuration = TimeSpan.FromSeconds(1) });

        scene.AssertWrote(Error(1, 100));
    }

    [Fact]
    public void Fail_DurationBeyondAnyClock_IsTakenAsLong()
    {
        var scene = ReplayedRun(attempts: 1, duration: ulong.MaxValue);

        scene.Machine.Runs.Fail(1, Failure(), Policy with { MaxDuration = TimeSpan.FromDays(1) });

        scene.AssertWrote(Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Failed(500, "boom")));
    }

    [Fact]
    public void Fail_NewRun_IgnoresTheServersCounters()
    {
        var scene = new Scene().Start(Frames.Start(1, retryCount: 5, retryDuration: 4000));
        scene.NextRun(scene.Machine.Runs.Run("step"));

        scene.Machine.Runs.Fail(1, Failure(), Policy);

        scene.AssertWrote(Recorded, Error(1, 100));
    }

    [Fact]
    public void Fail_ReplayedRunAfterANewCommand_IgnoresTheServersCounters()
    {
        var scene = new Scene().Start(Frames.Start(2, retryCount: 5, retryDuration: 4000), Recorded);
        var id = scene.Machine.Runs.Run("step");
        scene.Machine.State.Get("a");
        scene.NextRun(id);

        scene.Machine.Runs.Fail(1, Failure(), Policy);

        scene.AssertWrote(Frames.Command(new GetEagerStateCommand("a", Value: null)), Error(1, 100));
    }

    [Fact]
    public void Fail_TwoReplayedRuns_ShareTheCounters()
    {
        var scene = new Scene().Start(Frames.Start(3, retryCount: 2, retryDuration: 1), Recorded, Frames.Command(new RunCommand(2, "step")));
        var first = scene.Machine.Runs.Run("step");
        var second = scene.Machine.Runs.Run("step");
        scene.NextRun(first, second);
        scene.NextRun(first, second);
        scene.Machine.Runs.Propose(1, Frames.Success("42"));

        scene.Machine.Runs.Fail(2, Failure(), Policy);

        scene.AssertWrote(Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Success("42")), Error(2, 400));
    }

    [Fact]
    public void Fail_NoPolicy_LeavesTheDelayToTheServer()
    {
        var scene = ReplayedRun(attempts: 100, duration: 1);

        scene.Machine.Runs.Fail(1, Failure(), policy: null);

        scene.AssertWrote(Error(1, delay: null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fail_ErrorAsksForADelay_IsSentWithAndWithoutPolicy(bool hasPolicy)
    {
        var scene = ReplayedRun(attempts: 1, duration: 1);

        scene.Machine.Runs.Fail(1, Failure() with { RetryAfter = TimeSpan.FromSeconds(7) }, hasPolicy ? Policy : null);

        scene.AssertWrote(Error(1, 7000));
    }

    [Fact]
    public void Fail_ErrorAsksForADelayButThePolicyIsExhausted_IsTerminal()
    {
        var scene = ReplayedRun(attempts: 9, duration: 1);

        scene.Machine.Runs.Fail(1, Failure() with { RetryAfter = TimeSpan.FromSeconds(7) }, Policy);

        scene.AssertWrote(Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Failed(500, "boom")));
    }

    [Fact]
    public void Fail_ExhaustedAndPausing_PausesOnV7()
    {
        var scene = ReplayedRun(attempts: 9, duration: 1, ServiceProtocolVersion.V7);

        scene.Machine.Runs.Fail(1, Failure(), Policy with { PauseWhenExhausted = true });

        scene.AssertWrote(Error(1, delay: null, ErrorBehavior.Pause));
    }

    [Fact]
    public void Fail_ExhaustedAndPausing_IsTerminalBelowV7()
    {
        var scene = ReplayedRun(attempts: 9, duration: 1);

        scene.Machine.Runs.Fail(1, Failure(), Policy with { PauseWhenExhausted = true });

        scene.AssertWrote(Frames.RunProposal(ServiceProtocolVersion.V6, 1, Frames.Failed(500, "boom")));
    }

    [Theory]
    [InlineData(1, 2.0, 1u, 1)]
    [InlineData(1, 2.0, 11u, 1024)]
    [InlineData(1, 1.0, 5000u, 1)]
    [InlineData(0, 2.0, 5000u, 0)]
    public void DelayAfter_NoMaxInterval_GrowsByTheFactor(int initial, double factor, uint attempts, int expected)
    {
        var policy = new RunRetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(initial), Factor = factor };

        Assert.Equal(TimeSpan.FromMilliseconds(expected), policy.DelayAfter(attempts));
    }

    [Fact]
    public void DelayAfter_BeyondAllNumbers_IsAYear()
    {
        var policy = new RunRetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(1), Factor = 2 };

        Assert.Equal(TimeSpan.FromDays(365), policy.DelayAfter(5000));
    }

    private static Scene ReplayedRun(uint attempts, ulong duration, ServiceProtocolVersion version = ServiceProtocolVersion.V6)
    {
        var scene = new Scene(version).Start(Frames.Start(2, retryCount: attempts, retryDuration: duration), Recorded);
        Assert.Equal(1u, scene.NextRun(scene.Machine.Runs.Run("step")));
        return scene;
    }

    private static RunFailure Failure(int code = 500) => new(code, "boom", "at handler", TimeSpan.Zero);

    private static TestFrame Error(uint index, ulong? delay, ErrorBehavior behavior = ErrorBehavior.Retry) => Frames.Error(new ErrorMessage(500, "boom")
    {
        Stacktrace = "at handler",
        RelatedCommandIndex = index,
        RelatedCommandName = "step",
        RelatedCommandType = MessageType.RunCommand,
        NextRetryDelay = delay,
        Behavior = behavior,
    });
}
