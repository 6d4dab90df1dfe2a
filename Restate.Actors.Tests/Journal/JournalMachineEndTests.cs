using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class JournalMachineEndTests
{
    private static readonly TestFrame Cleared = Frames.Command(new ClearStateCommand("a"));

    [Fact]
    public void TakeInput_ValueAndHeaders_AreGiven()
    {
        var scene = new Scene().Receive(
            Frames.Start(1),
            new TestFrame(MessageType.InputCommand, Flags: 0, [0x0a, 0x06, 0x0a, 0x01, 0x61, 0x12, 0x01, 0x62, 0x72, 0x03, 0x0a, 0x01, 0x63]));

        var input = scene.Machine.TakeInput();

        Assert.Equal("c"u8.ToArray(), input.Value.ToArray());
        Assert.Equal([new Header("a", "b")], input.Headers);
        Assert.False(scene.Machine.IsReplaying);
    }

    [Fact]
    public void TakeInput_NoValue_IsEmpty()
    {
        var scene = new Scene().Receive(Frames.Start(1), Frames.Empty(MessageType.InputCommand));

        Assert.True(scene.Machine.TakeInput().Value.IsEmpty);
    }

    [Fact]
    public void TakeInput_JournalBeginsWithAnotherCommand_Fails571()
    {
        var scene = new Scene().Receive(Frames.Start(2), Cleared, Frames.Input());

        Assert.Throws<JournalException>(() => scene.Machine.TakeInput());

        scene.AssertFailed(571, "[RSTA0571] Protocol violation: The journal begins with ClearStateCommand; its first entry must be InputCommand.");
    }

    [Fact]
    public void TakeInput_Malformed_Fails500()
    {
        var scene = new Scene().Receive(Frames.Start(1), new TestFrame(MessageType.InputCommand, Flags: 0, [0x72, 0x05]));

        Assert.Throws<JournalException>(() => scene.Machine.TakeInput());

        scene.AssertFailed(500, "A received message is not valid protobuf: a field reaches beyond the end of its message.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TakeInput_TooEarlyOrTwice_Fails571(bool twice)
    {
        var scene = twice ? Scene.Begin(Cleared) : new Scene().Receive(Frames.Start(2), Frames.Input());

        Assert.Throws<JournalException>(() => scene.Machine.TakeInput());

        scene.AssertFailed(571, "[RSTA0571] Protocol violation: The input was read before the journal was complete, or twice.");
    }

    [Fact]
    public void TakeInput_AttemptEnded_Throws()
    {
        var scene = new Scene().Receive(Frames.Start(1), Frames.Input());
        scene.Machine.Abort();

        Assert.Throws<AttemptClosedException>(() => scene.Machine.TakeInput());

        scene.AssertWrote();
    }

    [Fact]
    public void Append_BeforeTheInput_Fails571()
    {
        var scene = new Scene().Receive(Frames.Start(1), Frames.Input());

        Assert.Throws<JournalException>(() => scene.Machine.State.Clear("a"));

        scene.AssertFailed(571, "[RSTA0571] Protocol violation: A command was written before the input was read.");
    }

    [Fact]
    public void Complete_New_WritesOutputAndEnd()
    {
        var scene = Scene.Begin();

        scene.Machine.Complete(Frames.Success(""));

        scene.AssertWrote(Frames.Output(""), Frames.End);
        Assert.Equal(JournalOutcome.Ended, scene.Machine.Outcome);
        Assert.Null(scene.Machine.Failure);
    }

    [Fact]
    public void Complete_InputClosed_WritesOutputAndEnd()
    {
        var scene = Scene.Begin().CloseInput();

        scene.Machine.Complete(Frames.Failed(404, "no"));

        scene.AssertWrote(Frames.Command(new OutputCommand(Frames.Failed(404, "no"))), Frames.End);
    }

    [Fact]
    public void Complete_Replayed_WritesOnlyEnd()
    {
        var scene = Scene.Begin(Frames.Output("v"));

        scene.Machine.Complete(Frames.Success("v"));

        scene.AssertWrote(Frames.End);
    }

    [Fact]
    public void Complete_OtherOutputRecorded_Fails570AndWritesNoEnd()
    {
        var scene = Scene.Begin(Frames.Output("w"));

        Assert.Throws<JournalException>(() => scene.Machine.Complete(Frames.Success("v")));

        scene.AssertFailed(
            570,
            "[RSTA0570] Journal mismatch at command 1 (OutputCommand).\n"
            + "  result: recorded 1 bytes, attempted 1 bytes (they differ from offset 0 on)\n" + Scene.Remedy,
            new RelatedCommand(1, MessageType.OutputCommand, ""));
    }

    [Fact]
    public void Complete_FailureInsteadOfValueRecorded_Fails570()
    {
        var scene = Scene.Begin(Frames.Command(new OutputCommand(Frames.Failed(409, "no"))));

        var error = Assert.Throws<JournalException>(() => scene.Machine.Complete(Frames.Success("v")));

        Assert.Contains("  result: recorded a failure with code 409, attempted a value\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_CommandsLeft_Fails570AtTheOutput()
    {
        var scene = Scene.Begin(Cleared, Frames.Output("v"));

        Assert.Throws<JournalException>(() => scene.Machine.Complete(Frames.Success("v")));

        scene.AssertFailed(
            570,
            "[RSTA0570] Journal mismatch at command 1 (OutputCommand).\n"
            + "  command: recorded ClearStateCommand, attempted OutputCommand\n" + Scene.Remedy,
            new RelatedCommand(1, MessageType.OutputCommand, ""));
    }

    [Fact]
    public void Complete_CommandsLeftAfterTheOutput_Fails571AndWritesNoEnd()
    {
        var scene = Scene.Begin(Frames.Output("v"), Cleared, Cleared);

        Assert.Throws<JournalException>(() => scene.Machine.Complete(Frames.Success("v")));

        scene.AssertFailed(
            571,
            "[RSTA0571] Protocol violation: The handler returned although an earlier attempt recorded 2 more commands, the next of type ClearStateCommand. "
            + "The handler is not deterministic, or its code changed under a running invocation.");
    }

    [Fact]
    public void Complete_MetadataOnV5_Fails573WithoutACommand()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V5);

        Assert.Throws<JournalException>(() => scene.Machine.Complete(CommandResult.Failed(new Failure(404, "no") { Metadata = [new("a", "b")] })));

        scene.AssertFailed(573, "Metadata of a failure needs service protocol V6; this invocation uses V5.");
    }

    [Fact]
    public void Complete_AttemptEnded_ThrowsAndWritesNothing()
    {
        var scene = Scene.Begin();
        scene.Machine.Complete(Frames.Success("v"));
        scene.AssertWrote(Frames.Output("v"), Frames.End);

        Assert.Throws<AttemptClosedException>(() => scene.Machine.Complete(Frames.Success("v")));

        scene.AssertWrote();
    }

    [Fact]
    public void Fail_Running_WritesTheErrorWithoutACommand()
    {
        var scene = Scene.Begin(Cleared);

        scene.Machine.Fail(503, "try later", "at handler", TimeSpan.FromMilliseconds(700.9));

        scene.AssertWrote(Frames.Error(new ErrorMessage(503, "try later") { Stacktrace = "at handler", NextRetryDelay = 700 }));
        Assert.Equal(JournalOutcome.Failed, scene.Machine.Outcome);
    }

    [Fact]
    public void Fail_BeforeTheStart_WritesTheError()
    {
        var scene = new Scene();

        scene.Machine.Fail(500, "unknown message", stackTrace: "");

        scene.AssertFailed(500, "unknown message");
    }

    [Fact]
    public void Fail_AttemptEnded_DoesNothing()
    {
        var scene = Scene.Begin();
        scene.Machine.Complete(Frames.Success("v"));

        scene.Machine.Fail(500, "late", stackTrace: "");
        scene.Machine.FailNext(MessageType.CallCommand, "", 500, "late");
        scene.Machine.Abort();

        scene.AssertWrote(Frames.Output("v"), Frames.End);
        Assert.Equal((JournalOutcome.Ended, null), (scene.Machine.Outcome, scene.Machine.Failure));
    }

    [Fact]
    public void FailNext_CommandNotPrepared_NamesTheNextIndex()
    {
        var scene = Scene.Begin(Cleared);
        scene.Machine.State.Clear("a");

        var error = scene.Machine.FailNext(MessageType.CallCommand, "pay", 500, "The argument cannot be serialized.");

        scene.AssertFailed(500, "The argument cannot be serialized.", new RelatedCommand(2, MessageType.CallCommand, "pay"));
        Assert.Same(error, scene.Machine.Failure);
    }

    [Fact]
    public void Abort_Running_WritesNothingEverAgain()
    {
        var scene = Scene.Begin(Cleared);

        scene.Machine.Abort();
        scene.Machine.Fail(500, "late", stackTrace: "");
        scene.Receive(Frames.Cancel()).CloseInput();

        scene.AssertWrote();
        Assert.Equal((JournalOutcome.Aborted, true), (scene.Machine.Outcome, scene.Machine.IsClosed));
    }

    [Fact]
    public void TryTake_MalformedResult_Fails500()
    {
        var scene = Scene.Begin(new TestFrame(MessageType.SleepCompletion, Flags: 0, [0x08, 0x01]));
        var race = new CombinatorNode(CombinatorType.AllCompleted, [new LeafNode(NotificationId.Completion(2))]);
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(race));

        Assert.Throws<JournalException>(() => scene.Machine.TryTake(NotificationId.Completion(1), out _));

        scene.AssertFailed(500, "The received SleepCompletion message lacks a result.");
    }
}
