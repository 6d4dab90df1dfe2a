using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class WaitJournalTests
{
    private const ServiceProtocolVersion V6 = ServiceProtocolVersion.V6;

    private static readonly NotificationId CancelSignal = NotificationId.Signal(1);
    private static readonly NotificationId Go = NotificationId.Named("go");

    [Fact]
    public void Sleep_Replayed_GivesTheRecordedTime()
    {
        var scene = Scene.Begin(Frames.Command(new SleepCommand(5, 1, "nap")));

        scene.Machine.Waits.Sleep(1000, "nap", out var recorded);
        scene.Machine.Waits.Sleep(2000, "new", out var attempted);

        Assert.Equal((5ul, 2000ul), (recorded, attempted));
    }

    [Fact]
    public void CreateAwakeable_Several_CountFrom17AndWriteNothing()
    {
        var scene = Scene.Begin();

        var first = scene.Machine.Waits.CreateAwakeable();
        var second = scene.Machine.Waits.CreateAwakeable();

        Assert.Equal(("sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ", NotificationId.Signal(17)), first);
        Assert.Equal(("sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEg", NotificationId.Signal(18)), second);
        Assert.Equal(NotificationId.Completion(1), scene.Machine.Waits.GetPromise("p"));
        scene.AssertWrote(Frames.Command(new GetPromiseCommand("p", 1)));
    }

    [Fact]
    public void CreateAwakeable_AttemptEnded_Throws()
    {
        var scene = Scene.Begin();
        scene.Machine.Abort();

        Assert.Throws<AttemptClosedException>(() => scene.Machine.Waits.CreateAwakeable());
    }

    [Fact]
    public void Awakeable_InputClosed_SuspendsOnItsSignal()
    {
        var scene = Scene.Begin().CloseInput();
        var awakeable = scene.Machine.Waits.CreateAwakeable().Notification;

        Assert.Equal(ProgressKind.Suspended, scene.Next(awakeable));

        scene.AssertWrote(Frames.Suspension(V6, awakeable, CancelSignal));
    }

    [Fact]
    public void Awakeable_ValueNoneAndFailure_AreTold()
    {
        var scene = Scene.Begin(
            Frames.Signal(17, ""),
            Frames.Signal(18),
            new TestFrame(MessageType.SignalNotification, Flags: 0, [0x10, 0x13, 0x32, 0x07, 0x08, 0xf4, 0x03, 0x12, 0x02, 0x6e, 0x6f]));
        var ids = Enumerable.Range(0, 3).Select(_ => scene.Machine.Waits.CreateAwakeable().Notification).ToArray();

        Assert.Equal(ProgressKind.Decided, scene.Next(ids));

        Assert.Equal(NotificationResultKind.Value, scene.Take(ids[0]).Kind);
        Assert.Equal(NotificationResultKind.Void, scene.Take(ids[1]).Kind);
        Assert.Equal(new Failure(500, "no"), scene.Take(ids[2]).Failure);
        scene.AssertWrote();
    }

    [Fact]
    public void NamedSignal_SeveralWaitsInTurn_TakeOneEach()
    {
        var scene = Scene.Begin(Frames.NamedSignal("go", "1"), Frames.NamedSignal("stop", "x"), Frames.NamedSignal("go", "2"));

        Assert.Equal(ProgressKind.Decided, scene.Next(Go));
        Assert.Equal("1"u8.ToArray(), scene.Take(Go).Value.ToArray());
        Assert.Equal(ProgressKind.Decided, scene.Next(Go));
        Assert.Equal("2"u8.ToArray(), scene.Take(Go).Value.ToArray());
        Assert.Equal(ProgressKind.Suspended, scene.CloseInput().Next(Go));

        scene.AssertWrote(Frames.Suspension(V6, Go, CancelSignal));
    }

    [Fact]
    public void NamedSignal_ResultTaken_CannotBeTakenTwice()
    {
        var scene = Scene.Begin(Frames.NamedSignal("go", "1"));
        scene.Next(Go);
        scene.Take(Go);

        Assert.False(scene.Machine.TryTake(Go, out _));
    }

    [Fact]
    public void NamedSignal_IndexAndCompletionOfTheSameNumber_AreThreeThings()
    {
        var scene = Scene.Begin(Frames.Signal(17, "signal"), Frames.NamedSignal("17", "named"));
        var completion = NotificationId.Completion(17);

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(completion));

        Assert.Equal("signal"u8.ToArray(), scene.Take(NotificationId.Signal(17)).Value.ToArray());
        Assert.Equal("named"u8.ToArray(), scene.Take(NotificationId.Named("17")).Value.ToArray());
        Assert.False(scene.Machine.TryTake(completion, out _));
    }

    [Fact]
    public void NamedSignal_V7_IsInTheTree()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7).CloseInput();

        Assert.Equal(ProgressKind.Suspended, scene.Next(Go));

        scene.AssertWrote(Frames.Suspension(ServiceProtocolVersion.V7, CancelSignal, Go));
    }

    [Fact]
    public void CompletePromise_AlreadyCompleted_GivesTheServersFailure()
    {
        var scene = Scene.Begin(
            Frames.Command(new CompletePromiseCommand("p", Frames.Success("v"), 1)),
            Frames.FailedCompletion(MessageType.CompletePromiseCompletion, 1, 409, "promise was already completed"));
        var id = scene.Machine.Waits.CompletePromise("p", Frames.Success("v"));

        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        Assert.Equal(new Failure(409, "promise was already completed"), scene.Take(id).Failure);
    }

    [Fact]
    public void CompletePromise_MetadataOnV5_Fails573()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V5);

        Assert.Throws<JournalException>(() => scene.Machine.Waits.CompletePromise("p", CommandResult.Failed(new Failure(400, "no") { Metadata = [new("a", "b")] })));

        scene.AssertFailed(573, "Metadata of a failure needs service protocol V6; this invocation uses V5.");
    }
}
