using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class CommandLogTests
{
    private static readonly TestFrame RecordedSleep = Frames.Command(new SleepCommand(7, 1, "elsewhere"));
    private static readonly TestFrame RecordedRun = Frames.Command(new RunCommand(1, "elsewhere"));

    public static TheoryData<string> Shapes => [.. CommandShapes.All.Select(shape => shape.Name)];

    public static TheoryData<string, int> Mismatches
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var shape in CommandShapes.All)
            {
                for (var i = 0; i < shape.Mismatches.Count; i++)
                {
                    data.Add(shape.Name, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Append_NewCommand_IsWrittenAndNothingElse(string name)
    {
        var shape = CommandShapes.Named(name);
        foreach (var version in Enum.GetValues<ServiceProtocolVersion>())
        {
            var scene = shape.Begin(version);

            shape.Attempt(scene.Machine);

            scene.AssertWrote(shape.Recorded);
            Assert.Equal(JournalOutcome.None, scene.Machine.Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Append_RecordedCommand_IsNotWrittenAgain(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Recorded);

        shape.Attempt(scene.Machine);

        scene.AssertWrote();
        Assert.False(scene.Machine.IsReplaying);
        Assert.Equal(JournalOutcome.None, scene.Machine.Outcome);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Append_OtherTypeRecorded_FailsWithBothTypes(string name)
    {
        var shape = CommandShapes.Named(name);
        var recorded = shape.Recorded.Type == MessageType.SleepCommand ? RecordedRun : RecordedSleep;
        var scene = shape.Begin(ServiceProtocolVersion.V6, recorded);

        Assert.Throws<JournalException>(() => shape.Attempt(scene.Machine));

        AssertMismatch(scene, shape, shape.AttemptedType, $"  command: recorded {recorded.Type}, attempted {shape.AttemptedType}");
    }

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Append_OtherFieldRecorded_FailsWithTheField(string name, int index)
    {
        var shape = CommandShapes.Named(name);
        var mismatch = shape.Mismatches[index];
        var scene = shape.Begin(ServiceProtocolVersion.V7, mismatch.Recorded);

        Assert.Throws<JournalException>(() => shape.Attempt(scene.Machine));

        AssertMismatch(scene, shape, shape.Recorded.Type, mismatch.Difference);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Append_OnlyUncomparedFieldsDiffer_GoesOn(string name)
    {
        var shape = CommandShapes.Named(name);
        foreach (var recorded in shape.Equivalents)
        {
            var scene = shape.Begin(ServiceProtocolVersion.V6, recorded);

            shape.Attempt(scene.Machine);

            scene.AssertWrote();
            Assert.False(scene.Machine.IsClosed);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Append_AttemptEnded_ThrowsAndWritesNothing(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6);
        scene.Machine.Abort();

        Assert.Throws<AttemptClosedException>(() => shape.Attempt(scene.Machine));

        scene.AssertWrote();
    }

    [Fact]
    public void Append_NamedCommandMismatch_ShowsIndexNameAndBothSides()
    {
        var scene = Scene.Begin(Frames.Command(new ClearStateCommand("a")), Frames.Command(new RunCommand(1, "charge")));
        scene.Machine.State.Clear("a");

        var error = Assert.Throws<JournalException>(() => scene.Machine.Waits.Sleep(5, "nap", out _));

        Assert.Equal(
            """
            [RSTA0570] Journal mismatch at command 2 (SleepCommand 'nap').
              command: recorded RunCommand, attempted SleepCommand
            The handler is not deterministic, or its code changed under a running invocation.
            Put clocks, randomness and I/O inside Run(...); deploy changed code as a new deployment.
            See https://github.com/restate-actors/restate-actors/blob/main/docs/versioning.md
            """,
            error.Message);
        scene.AssertFailed(ErrorCodes.JournalMismatch, error.Message, new RelatedCommand(2, MessageType.SleepCommand, "nap"));
    }

    [Fact]
    public void Append_PayloadsNotCompared_AcceptsOtherBytesButNoOtherKind()
    {
        var scene = new Scene(comparePayloads: false);
        scene.Start(
            Frames.Start(3),
            Frames.Command(new SetStateCommand("a", Frames.Bytes("other"))),
            Frames.Command(new CompleteAwakeableCommand("sign_1x", Frames.Failed(500, "no"))));

        scene.Machine.State.Set("a", Frames.Bytes("v"));
        Assert.Throws<JournalException>(() => scene.Machine.Waits.CompleteAwakeable("sign_1x", Frames.Success("v")));

        Assert.Contains("result: recorded a failure with code 500, attempted a value", scene.Machine.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_RecordedCommandMalformed_FailsWith500AndTheCommand()
    {
        var scene = Scene.Begin(new TestFrame(MessageType.SetStateCommand, Flags: 0, [0x0a, 0x05]));

        Assert.Throws<JournalException>(() => scene.Machine.State.Set("a", Frames.Bytes("v")));

        scene.AssertFailed(
            ErrorCodes.Internal,
            "A received message is not valid protobuf: a field reaches beyond the end of its message.",
            new RelatedCommand(1, MessageType.SetStateCommand, ""));
    }

    [Fact]
    public void Append_EmptyIdempotencyKey_FailsWith500AtTheNextIndexAndWritesNoCommand()
    {
        var scene = Scene.Begin();
        scene.Machine.State.Clear("a");
        scene.AssertWrote(Frames.Command(new ClearStateCommand("a")));

        Assert.Throws<JournalException>(() => scene.Machine.Calls.Call(new CallRequest { Service = "S", Handler = "h", IdempotencyKey = "" }));

        scene.AssertFailed(
            ErrorCodes.Internal,
            "The idempotency key must not be empty when it is given.",
            new RelatedCommand(2, MessageType.CallCommand, ""));
    }

    private static void AssertMismatch(Scene scene, CommandShape shape, MessageType attempted, string difference)
    {
        var entry = shape.EntryName.Length == 0 ? attempted.ToString() : $"{attempted} '{shape.EntryName}'";
        scene.AssertFailed(
            ErrorCodes.JournalMismatch,
            $"[RSTA0570] Journal mismatch at command 1 ({entry}).\n{difference}\n{Scene.Remedy}",
            new RelatedCommand(1, attempted, shape.EntryName));
    }
}
