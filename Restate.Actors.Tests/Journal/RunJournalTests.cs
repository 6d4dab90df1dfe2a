using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class RunJournalTests
{
    private const ServiceProtocolVersion V6 = ServiceProtocolVersion.V6;
    private const ServiceProtocolVersion V7 = ServiceProtocolVersion.V7;

    private static readonly NotificationId CancelSignal = NotificationId.Signal(1);
    private static readonly TestFrame Recorded = Frames.Command(new RunCommand(1, "step"));

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Propose_BelowV7_IsUsableWhenTheServerEchoesTheResult(int number)
    {
        var version = (ServiceProtocolVersion)number;
        var scene = Scene.Begin(version);
        var id = scene.Machine.Runs.Run("step");
        Assert.Equal(1u, scene.NextRun(id));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));

        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));
        scene.Receive(Frames.Completion(MessageType.RunCompletion, 1, "42"));
        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        Assert.Equal("42"u8.ToArray(), scene.Take(id).Value.ToArray());
        scene.AssertWrote(Recorded, Frames.RunProposal(version, 1, Frames.Success("42")));
    }

    [Fact]
    public void Propose_V7_IsUsableAtTheAcknowledgement()
    {
        var scene = Scene.Begin(V7);
        var id = scene.Machine.Runs.Run("step");
        scene.NextRun(id);

        scene.Machine.Runs.Propose(1, Frames.Failed(422, "no"));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));
        scene.Receive(Frames.RunAck(1));
        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        Assert.Equal(new Failure(422, "no"), scene.Take(id).Failure);
        scene.AssertWrote(Recorded, Frames.RunProposal(V7, 1, Frames.Failed(422, "no")), Frames.AwaitingOn(id, CancelSignal));
    }

    [Fact]
    public void Propose_V7AndTheServerEchoesTheResult_IsUsableToo()
    {
        var scene = Scene.Begin(V7);
        var id = scene.Machine.Runs.Run("step");
        scene.NextRun(id);
        scene.Machine.Runs.Propose(1, Frames.Success("42"));

        scene.Receive(Frames.Completion(MessageType.RunCompletion, 1, "42"));

        Assert.Equal(ProgressKind.Decided, scene.Next(id));
    }

    [Fact]
    public void ReceiveAck_InOrderOfTheNotifications_DecidesTheRace()
    {
        var scene = Scene.Begin(V7);
        var run = scene.Machine.Runs.Run("step");
        var timer = scene.Machine.Waits.Sleep(1, "", out _);
        scene.NextRun(run, timer);
        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        scene.Receive(Frames.Completion(MessageType.SleepCompletion, 2), Frames.RunAck(1));

        var race = new CombinatorNode(CombinatorType.FirstCompleted, [new LeafNode(run), new LeafNode(timer)]);
        Assert.Equal(ProgressKind.Decided, scene.Next(race));

        Assert.Equal((false, true), (scene.Machine.IsReleased(run), scene.Machine.IsReleased(timer)));
    }

    [Fact]
    public void ReceiveAck_SecondTime_Fails571()
    {
        var scene = Scene.Begin(V7);
        scene.NextRun(scene.Machine.Runs.Run("step"));
        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        scene.Receive(Frames.RunAck(1));
        scene.AssertWrote(Recorded, Frames.RunProposal(V7, 1, Frames.Success("42")));

        Assert.Throws<JournalException>(() => scene.Receive(Frames.RunAck(1)));

        scene.AssertFailed(
            ErrorCodes.ProtocolViolation,
            "[RSTA0571] Protocol violation: The server acknowledged the result of run 1, which this attempt did not propose.");
    }

    [Fact]
    public void Propose_MetadataOnV5_Fails573WithTheRun()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V5);
        scene.NextRun(scene.Machine.Runs.Run("step"));
        scene.AssertWrote(Recorded);

        scene.Machine.Runs.Propose(1, CommandResult.Failed(new Failure(400, "no") { Metadata = [new("a", "b")] }));

        scene.AssertFailed(
            ErrorCodes.UnsupportedFeature,
            "Metadata of a failure needs service protocol V6; this invocation uses V5.",
            new RelatedCommand(1, MessageType.RunCommand, "step"));
    }

    [Fact]
    public void Propose_AttemptEnded_WritesNothing()
    {
        var scene = Scene.Begin();
        scene.NextRun(scene.Machine.Runs.Run("step"));
        scene.AssertWrote(Recorded);
        scene.Machine.Abort();

        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        scene.Machine.Runs.Fail(1, default, policy: null);

        scene.AssertWrote();
        Assert.Equal(JournalOutcome.Aborted, scene.Machine.Outcome);
    }

    [Fact]
    public void Propose_ResultOfAnEarlierAttemptWasTaken_WritesNothing()
    {
        var scene = Scene.Begin(Recorded);
        var id = scene.Machine.Runs.Run("step");
        scene.NextRun(id);
        scene.Receive(Frames.Completion(MessageType.RunCompletion, 1, "7"));
        Assert.Equal(ProgressKind.Decided, scene.Next(id));
        scene.Take(id);

        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        scene.Machine.Runs.Fail(1, default, policy: null);

        scene.AssertWrote();
        Assert.False(scene.Machine.IsClosed);
    }

    [Fact]
    public void Run_ResultInTheJournal_IsNeverExecuted()
    {
        var scene = Scene.Begin(Frames.Completion(MessageType.RunCompletion, 1, "7"), Recorded);
        var id = scene.Machine.Runs.Run("step");

        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        Assert.Equal("7"u8.ToArray(), scene.Take(id).Value.ToArray());
        scene.AssertWrote();
    }

    [Fact]
    public void Run_NoResultInTheJournal_IsExecutedAgainWithoutANewCommand()
    {
        var scene = Scene.Begin(Recorded);
        var id = scene.Machine.Runs.Run("step");

        Assert.Equal(1u, scene.NextRun(id));
        scene.Machine.Runs.Propose(1, Frames.Success("42"));

        scene.AssertWrote(Frames.RunProposal(V6, 1, Frames.Success("42")));
    }

    [Fact]
    public void StartNext_SeveralAwaited_StartsAllInTheOrderOfTheirCreation()
    {
        var scene = Scene.Begin();
        NotificationId[] runs = [.. Enumerable.Range(0, 4).Select(number => scene.Machine.Runs.Run($"run {number}"))];

        Assert.Equal(2u, scene.NextRun(runs[1]));
        Assert.Equal(1u, scene.NextRun(runs[3], runs[0]));
        Assert.Equal(4u, scene.NextRun(runs[3], runs[0]));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(runs[3], runs[0]));
        Assert.Equal(3u, scene.NextRun(runs));
    }

    [Fact]
    public void StartNext_LateResultOfARunThatWasNotStarted_DoesNotStartIt()
    {
        var scene = Scene.Begin(Recorded, Frames.Command(new RunCommand(2, "other")));
        var first = scene.Machine.Runs.Run("step");
        var second = scene.Machine.Runs.Run("other");
        scene.Receive(Frames.Completion(MessageType.RunCompletion, 1, "7"));

        Assert.Equal(2u, scene.NextRun(first, second));
        scene.Take(first);

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(second));
    }

    [Fact]
    public void Next_InputClosedWhileAnAwaitedRunExecutes_WaitsForItThenSuspends()
    {
        var scene = Scene.Begin().CloseInput();
        var id = scene.Machine.Runs.Run("step");
        scene.NextRun(id);

        Assert.Equal(ProgressKind.WaitForRun, scene.Next(id));
        scene.Machine.Runs.Propose(1, Frames.Success("42"));
        Assert.Equal(ProgressKind.Suspended, scene.Next(id));

        scene.AssertWrote(Recorded, Frames.RunProposal(V6, 1, Frames.Success("42")), Frames.Suspension(V6, id, CancelSignal));
    }

    [Fact]
    public void Next_InputClosedWhileAnotherRunExecutes_SuspendsAtOnce()
    {
        var scene = Scene.Begin();
        var run = scene.Machine.Runs.Run("step");
        scene.NextRun(run);
        var timer = scene.Machine.Waits.Sleep(1, "", out _);

        Assert.Equal(ProgressKind.Suspended, scene.CloseInput().Next(timer));
        scene.Machine.Runs.Propose(1, Frames.Success("42"));

        scene.AssertWrote(Recorded, Frames.Command(new SleepCommand(1, 2, "")), Frames.Suspension(V6, timer, CancelSignal));
    }

    [Fact]
    public void Next_V7WhileARunExecutes_GivesNoHint()
    {
        var scene = Scene.Begin(V7);
        var id = scene.Machine.Runs.Run("step");
        scene.NextRun(id);

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));

        scene.AssertWrote(Recorded);
    }
}
