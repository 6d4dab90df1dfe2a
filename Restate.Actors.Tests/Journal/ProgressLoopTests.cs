using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class ProgressLoopTests
{
    private static readonly NotificationId CancelSignal = NotificationId.Signal(1);
    private static readonly NotificationId First = NotificationId.Completion(1);
    private static readonly NotificationId Second = NotificationId.Completion(2);

    public static TheoryData<string> Completables => [.. CommandShapes.All.Where(shape => shape is { Completion: not null, IsRun: false }).Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_NewCommandAndInputClosed_Suspends(string name)
    {
        var shape = CommandShapes.Named(name);
        foreach (var version in Enum.GetValues<ServiceProtocolVersion>())
        {
            var scene = shape.Begin(version).CloseInput();
            var id = shape.Attempt(scene.Machine)!.Value;

            Assert.Equal(ProgressKind.Suspended, scene.Next(id));

            scene.AssertWrote(shape.Recorded, Frames.Suspension(version, id, CancelSignal));
            Assert.Equal(JournalOutcome.Suspended, scene.Machine.Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_NewCommandAndInputOpen_WaitsUntilItIsCompleted(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6);
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));
        scene.Receive(shape.Completion!);
        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        scene.Take(id);
        scene.AssertWrote(shape.Recorded);
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_ReplayedAndCompleted_GoesOn(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Recorded, shape.Completion!);
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        scene.Take(id);
        scene.AssertWrote();
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_CompletionStoredBeforeItsCommand_GoesOn(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Completion!, shape.Recorded);
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        scene.AssertWrote();
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_ReplayedAndPending_Suspends(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Recorded).CloseInput();
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Equal(ProgressKind.Suspended, scene.Next(id));

        scene.AssertWrote(Frames.Suspension(ServiceProtocolVersion.V6, id, CancelSignal));
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_ReplayedAndCompletedLater_GoesOn(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Recorded);
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(id));
        scene.Receive(shape.Completion!).CloseInput();
        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        scene.AssertWrote();
    }

    [Theory]
    [MemberData(nameof(Completables))]
    public void Next_PendingButTheJournalGoesOn_Fails570(string name)
    {
        var shape = CommandShapes.Named(name);
        var scene = shape.Begin(ServiceProtocolVersion.V6, shape.Recorded, Frames.Command(new ClearStateCommand("a")));
        var id = shape.Attempt(scene.Machine)!.Value;

        Assert.Throws<JournalException>(() => scene.Next(id));

        scene.AssertFailed(ErrorCodes.JournalMismatch, NotInJournal(id, "ClearStateCommand"));
    }

    [Fact]
    public void Next_RunPendingButTheJournalGoesOn_NamesTheRun()
    {
        var scene = Scene.Begin(Frames.Command(new RunCommand(1, "step")), Frames.Output("v"));
        var id = scene.Machine.Runs.Run("step");

        Assert.Throws<JournalException>(() => scene.Next(id));

        scene.AssertFailed(ErrorCodes.JournalMismatch, NotInJournal(id, "OutputCommand"), new RelatedCommand(1, MessageType.RunCommand, "step"));
    }

    [Fact]
    public void Next_SeveralResultsAtOnce_ReleasesThemOneAtATimeInStoredOrder()
    {
        var scene = Scene.Begin();
        var first = scene.Machine.Waits.Sleep(1, "a", out _);
        var second = scene.Machine.Waits.Sleep(2, "b", out _);
        var race = new CombinatorNode(CombinatorType.FirstCompleted, [new LeafNode(first), new LeafNode(second)]);
        scene.Receive(Frames.Completion(MessageType.SleepCompletion, 2), Frames.Completion(MessageType.SleepCompletion, 1));

        Assert.Equal(ProgressKind.Decided, scene.Next(race));

        Assert.True(scene.Machine.IsReleased(second));
        Assert.False(scene.Machine.IsReleased(first));
        Assert.False(scene.Machine.TryTake(first, out _));
        Assert.Equal(ProgressKind.Decided, scene.Next(first));
        Assert.True(scene.Machine.IsReleased(first));
    }

    [Fact]
    public void Next_ResultReleasedEarlier_IsDecidedWithoutReleasingMore()
    {
        var scene = Scene.Begin();
        var first = scene.Machine.Waits.Sleep(1, "a", out _);
        var second = scene.Machine.Waits.Sleep(2, "b", out _);
        scene.Receive(Frames.Completion(MessageType.SleepCompletion, 1), Frames.Completion(MessageType.SleepCompletion, 2), Frames.Cancel());
        Assert.Equal(ProgressKind.Decided, scene.Next(second));

        Assert.Equal(ProgressKind.Decided, scene.Next(first));

        Assert.False(scene.Machine.IsReleased(CancelSignal));
    }

    [Fact]
    public void Next_UnknownCompletion_IsKeptAndIgnored()
    {
        var scene = Scene.Begin();
        var id = scene.Machine.Waits.Sleep(1, "", out _);
        scene.Receive(Frames.Completion(MessageType.SleepCompletion, 77)).CloseInput();

        Assert.Equal(ProgressKind.Suspended, scene.Next(id));

        scene.AssertWrote(Frames.Command(new SleepCommand(1, 1, "")), Frames.Suspension(ServiceProtocolVersion.V6, id, CancelSignal));
    }

    [Fact]
    public void Next_DuplicateResultBeforeItIsTaken_TheLastOneCounts()
    {
        var scene = Scene.Begin();
        var awaited = scene.Machine.Waits.GetPromise("p");
        var other = scene.Machine.Waits.GetPromise("q");
        scene.Receive(
            Frames.Completion(MessageType.GetPromiseCompletion, 1, "old"),
            Frames.Completion(MessageType.GetPromiseCompletion, 1, "new"),
            Frames.Completion(MessageType.GetPromiseCompletion, 2, "v"));
        Assert.Equal(ProgressKind.Decided, scene.Next(other));

        Assert.Equal(ProgressKind.Decided, scene.Next(awaited));

        Assert.Equal("new"u8.ToArray(), scene.Take(awaited).Value.ToArray());
    }

    [Fact]
    public void Next_V7AndInputOpen_TellsTheServerOncePerWait()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7);
        scene.Machine.Waits.Sleep(1, "", out _);
        scene.Machine.Waits.Sleep(2, "", out _);
        scene.AssertWrote(Frames.Command(new SleepCommand(1, 1, "")), Frames.Command(new SleepCommand(2, 2, "")));

        scene.Next(First);
        scene.Next(First);
        scene.AssertWrote(Frames.AwaitingOn(First, CancelSignal));
        scene.Receive(Frames.Completion(MessageType.SleepCompletion, 1));
        scene.Next(First);
        scene.Next(Second);

        scene.AssertWrote(Frames.AwaitingOn(Second, CancelSignal));
    }

    [Fact]
    public void Next_ResultWithoutContent_Fails500()
    {
        var scene = Scene.Begin(new TestFrame(MessageType.SleepCompletion, Flags: 0, [0x08, 0x01]), Frames.Command(new SleepCommand(1, 1, "")));
        var id = scene.Machine.Waits.Sleep(1, "", out _);

        Assert.Throws<JournalException>(() => scene.Next(id));

        scene.AssertFailed(ErrorCodes.Internal, "The received SleepCompletion message lacks a result.");
    }

    [Fact]
    public void Next_AttemptEnded_ThrowsAndWritesNothing()
    {
        var scene = Scene.Begin();
        var id = scene.Machine.Waits.Sleep(1, "", out _);
        scene.CloseInput().Next(id);
        scene.AssertWrote(Frames.Command(new SleepCommand(1, 1, "")), Frames.Suspension(ServiceProtocolVersion.V6, id, CancelSignal));

        Assert.Throws<AttemptClosedException>(() => scene.Next(id));

        scene.AssertWrote();
    }

    private static string NotInJournal(NotificationId id, string next) =>
        $"""
        [RSTA0570] Journal mismatch: the handler waits where an earlier attempt went on.
          recorded by an earlier attempt: 1 more commands, the next of type {next}
          attempted now:                  a wait for {id}
        {Scene.Remedy}
        """;
}
