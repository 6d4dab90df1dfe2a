using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class JournalMachineReceiveTests
{
    private static readonly TestFrame WithoutId = new(MessageType.SleepCompletion, Flags: 0, [0x22, 0x00]);

    private static MessageType[] AllTypes => Enum.GetValues<MessageType>();

    public static TheoryData<string> NotStart => Named(AllTypes.Where(type => type != MessageType.Start));

    public static TheoryData<string> Control => Named(AllTypes.Where(type => type < MessageType.InputCommand));

    public static TheoryData<string> NotNotification => Named(AllTypes.Where(type => !type.IsNotification));

    public static TheoryData<string> Notifications => Named(AllTypes.Where(type => type.IsNotification));

    [Theory]
    [MemberData(nameof(NotStart))]
    public void Receive_FirstMessageIsNotStart_Fails571(string type)
    {
        var scene = new Scene();

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Empty(Type(type))));

        scene.AssertFailed(571, $"[RSTA0571] Protocol violation: The first message is {type}; it must be Start.");
    }

    [Theory]
    [MemberData(nameof(Control))]
    public void Receive_ControlMessageInTheJournal_Fails571(string type)
    {
        var scene = new Scene(ServiceProtocolVersion.V7).Receive(Frames.Start(2), Frames.Input());

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Empty(Type(type))));

        scene.AssertFailed(571, $"[RSTA0571] Protocol violation: {type} came before the journal was complete.");
    }

    [Theory]
    [MemberData(nameof(NotNotification))]
    public void Receive_NoNotificationWhileReplaying_Fails571(string type)
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7, Frames.Command(new RunCommand(1, "step")));

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Empty(Type(type))));

        scene.AssertFailed(571, $"[RSTA0571] Protocol violation: {type} came while the handler was running.");
    }

    [Theory]
    [MemberData(nameof(NotNotification))]
    public void Receive_NoNotificationWhileProcessing_Fails571(string type)
    {
        var scene = Scene.Begin();

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Empty(Type(type))));

        scene.AssertFailed(571, $"[RSTA0571] Protocol violation: {type} came while the handler was running.");
    }

    [Theory]
    [MemberData(nameof(NotNotification))]
    public void Receive_NoNotificationWhileProcessingV7_Fails571(string type)
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7);

        var error = Assert.Throws<JournalException>(() => scene.Receive(Frames.Empty(Type(type))));

        Assert.Equal(571, error.Code);
        Assert.Equal(JournalOutcome.Failed, scene.Machine.Outcome);
    }

    [Theory]
    [MemberData(nameof(Notifications))]
    public void Receive_Notification_IsTakenInEachPhase(string type)
    {
        var frame = Type(type) == MessageType.SignalNotification ? Frames.Signal(17) : Frames.Completion(Type(type), 1);
        var scene = new Scene().Receive(Frames.Start(3), frame, Frames.Input(), Frames.Command(new ClearStateCommand("a")));

        scene.Receive(frame);
        scene.Machine.TakeInput();
        scene.Receive(frame);
        scene.Machine.State.Clear("a");
        scene.Receive(frame);

        scene.AssertWrote();
        Assert.False(scene.Machine.IsClosed);
    }

    [Theory]
    [MemberData(nameof(NotStart))]
    public void Receive_AttemptEnded_IsIgnored(string type)
    {
        var scene = Scene.Begin();
        scene.Machine.Complete(Frames.Success(""));
        scene.AssertWrote(Frames.Output(""), Frames.End);

        scene.Receive(Frames.Empty(Type(type))).CloseInput();

        scene.AssertWrote();
        Assert.Equal(JournalOutcome.Ended, scene.Machine.Outcome);
    }

    [Fact]
    public void Receive_NoKnownEntries_Fails500()
    {
        var scene = new Scene();

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Start(0)));

        scene.AssertFailed(500, "The start message announces no journal entry; there must be at least the input.");
    }

    [Fact]
    public void Receive_MalformedStart_Fails500()
    {
        var scene = new Scene();

        Assert.Throws<JournalException>(() => scene.Receive(new TestFrame(MessageType.Start, Flags: 0, [0x0a, 0x7f])));

        scene.AssertFailed(500, "A received message is not valid protobuf: a field reaches beyond the end of its message.");
    }

    [Fact]
    public void Receive_NotificationWithoutIdInTheJournal_Fails500()
    {
        var scene = new Scene().Receive(Frames.Start(2), Frames.Input());

        Assert.Throws<JournalException>(() => scene.Receive(WithoutId));

        scene.AssertFailed(500, "A received notification lacks an id.");
    }

    [Fact]
    public void Receive_NotificationWithoutIdWhileRunning_Fails500()
    {
        var scene = Scene.Begin();

        Assert.Throws<JournalException>(() => scene.Receive(WithoutId));

        scene.AssertFailed(500, "A received notification lacks an id.");
    }

    [Fact]
    public void Receive_JournalWithoutCommand_Fails571()
    {
        var scene = new Scene();

        Assert.Throws<JournalException>(() => scene.Receive(Frames.Start(1), Frames.Cancel()));

        scene.AssertFailed(571, "[RSTA0571] Protocol violation: The journal holds no command; its first entry must be InputCommand.");
    }

    [Fact]
    public void Receive_FewerEntriesThanAnnounced_IsNotReadyToRun()
    {
        var scene = new Scene().Receive(Frames.Start(3), Frames.Input(), Frames.Cancel());

        Assert.False(scene.Machine.IsReadyToRun);
        scene.Receive(Frames.Command(new ClearStateCommand("a")));
        Assert.True(scene.Machine.IsReadyToRun);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void CloseInput_JournalNotComplete_Fails571(int received)
    {
        var scene = new Scene().Receive([.. new[] { Frames.Start(2), Frames.Input() }.Take(received)]);

        Assert.Throws<JournalException>(() => scene.CloseInput());

        scene.AssertFailed(571, "[RSTA0571] Protocol violation: The input ended before the whole journal was received.");
    }

    [Fact]
    public void CloseInput_InputCutAtAnyByte_FailsOnceOrGoesOn()
    {
        byte[] bytes = [.. new[] { Frames.Start(2), Frames.Input("1"), Frames.Command(new SleepCommand(7, 1, "nap")) }.SelectMany(frame => frame.ToBytes())];
        for (var length = 0; length <= bytes.Length; length++)
        {
            var driver = new AttemptDriver(ServiceProtocolVersion.V6, BasicHandlers.Nap);

            driver.Feed(bytes.AsMemory(0, length));
            driver.CloseInput();

            var expected = length == bytes.Length ? MessageType.Suspension : MessageType.Error;
            Assert.Equal([expected], driver.TakeFrames().Select(frame => frame.Type));
            Assert.True(driver.Machine.IsClosed);
        }
    }

    private static MessageType Type(string name) => Enum.Parse<MessageType>(name);

    private static TheoryData<string> Named(IEnumerable<MessageType> types) => [.. types.Select(type => type.ToString())];
}
