using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class CancellationTests
{
    private const ServiceProtocolVersion V6 = ServiceProtocolVersion.V6;

    private static readonly CallRequest Request = new() { Service = "Greeter", Handler = "sleep" };
    private static readonly NotificationId CancelSignal = NotificationId.Signal(1);
    private static readonly NotificationId Timer = NotificationId.Completion(1);
    private static readonly TestFrame Call = Frames.Command(new CallCommand(Request, 1, 2));
    private static readonly TestFrame SecondCall = Frames.Command(new CallCommand(Request, 3, 4));

    [Fact]
    public void Next_CancelWhileWaiting_IsCancelledAndConsumed()
    {
        var scene = Scene.Begin();
        scene.Machine.Waits.Sleep(1, "", out _);
        scene.Receive(Frames.Cancel());

        Assert.Equal(ProgressKind.Cancelled, scene.Next(Timer));

        Assert.False(scene.Machine.IsReleased(CancelSignal));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(Timer));
        scene.AssertWrote(Frames.Command(new SleepCommand(1, 1, "")));
    }

    [Fact]
    public void Next_ResultStoredBeforeCancel_IsDecidedFirst()
    {
        var scene = Scene.Begin(Frames.Command(new SleepCommand(1, 1, "")), Frames.Completion(MessageType.SleepCompletion, 1), Frames.Cancel());
        scene.Machine.Waits.Sleep(1, "", out _);

        Assert.Equal(ProgressKind.Decided, scene.Next(Timer));
        var awakeable = scene.Machine.Waits.CreateAwakeable().Notification;

        Assert.Equal(ProgressKind.Cancelled, scene.Next(awakeable));
    }

    [Fact]
    public void Next_CancelStoredBeforeResult_IsCancelledFirst()
    {
        var scene = Scene.Begin(Frames.Cancel(), Frames.Completion(MessageType.SleepCompletion, 1), Frames.Command(new SleepCommand(1, 1, "")));
        scene.Machine.Waits.Sleep(1, "", out _);

        Assert.Equal(ProgressKind.Cancelled, scene.Next(Timer));

        Assert.False(scene.Machine.IsReleased(Timer));
    }

    [Fact]
    public void Next_WaitAfterCancel_SuspendsWithoutTheSignalThatIsThere()
    {
        var scene = Scene.Begin();
        scene.Machine.Waits.Sleep(1, "", out _);
        scene.Receive(Frames.Cancel());
        Assert.Equal(ProgressKind.Cancelled, scene.Next(Timer));
        scene.Machine.Waits.Sleep(2, "", out _);
        scene.Machine.CloseInput();

        Assert.Equal(ProgressKind.Suspended, scene.Next(NotificationId.Completion(2)));

        scene.AssertWrote(
            Frames.Command(new SleepCommand(1, 1, "")),
            Frames.Command(new SleepCommand(2, 2, "")),
            new TestFrame(MessageType.Suspension, Flags: 0, [0x0a, 0x01, 0x02]));
    }

    [Fact]
    public void Next_CancelTwice_IsCancelledTwice()
    {
        var scene = Scene.Begin();
        var first = scene.Machine.Waits.CreateAwakeable().Notification;
        scene.Receive(Frames.Cancel(), Frames.Cancel());

        Assert.Equal(ProgressKind.Cancelled, scene.Next(first));
        Assert.Equal(ProgressKind.Cancelled, scene.Next(first));
        Assert.Equal(ProgressKind.WaitForInput, scene.Next(first));
    }

    [Fact]
    public void Next_CompensationAfterCancel_WorksLikeAnyOtherCode()
    {
        var scene = Scene.Begin();
        scene.Machine.Waits.Sleep(1, "", out _);
        scene.Receive(Frames.Cancel());
        scene.Next(Timer);

        var undo = scene.Machine.Runs.Run("undo");
        Assert.Equal(2u, scene.NextRun(undo));
        scene.Machine.Runs.Propose(2, Frames.Success("undone"));
        scene.Receive(Frames.Completion(MessageType.RunCompletion, 2, "undone"));
        Assert.Equal(ProgressKind.Decided, scene.Next(undo));
        scene.Machine.Complete(Frames.Failed(409, "Cancelled"));

        scene.AssertWrote(
            Frames.Command(new SleepCommand(1, 1, "")),
            Frames.Command(new RunCommand(2, "undo")),
            Frames.RunProposal(V6, 2, Frames.Success("undone")),
            Frames.Command(new OutputCommand(Frames.Failed(409, "Cancelled"))),
            Frames.End);
    }

    [Fact]
    public void Next_ChildIdKnown_TellsTheChildFirst()
    {
        var scene = Scene.Begin();
        var call = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.InvocationIdCompletion(1, "inv_1child"), Frames.Cancel());

        Assert.Equal(ProgressKind.Cancelled, scene.Next(call.Result));

        scene.AssertWrote(Call, CancelOf("inv_1child"));
    }

    [Fact]
    public void Next_ChildIdComesLater_WaitsForIt()
    {
        var scene = Scene.Begin();
        var call = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.Cancel());

        Assert.Equal(ProgressKind.WaitForInput, scene.Next(call.Result));
        scene.AssertWrote(Call);
        scene.Receive(Frames.InvocationIdCompletion(1, "inv_1child"));
        Assert.Equal(ProgressKind.Cancelled, scene.Next(call.Result));

        scene.AssertWrote(CancelOf("inv_1child"));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Next_ChildIdUnknownAndInputClosed_SuspendsOnTheIdAlone(int number)
    {
        var version = (ServiceProtocolVersion)number;
        var scene = Scene.Begin(version);
        var call = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.Cancel()).CloseInput();

        Assert.Equal(ProgressKind.Suspended, scene.Next(call.Result));

        scene.AssertWrote(Call, Frames.Suspension(version, call.InvocationId));
    }

    [Fact]
    public void Next_ChildIdWasTakenByTheHandler_IsRemembered()
    {
        var scene = Scene.Begin();
        scene.Machine.Calls.Call(Request);
        var second = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.InvocationIdCompletion(3, "inv_1second"));
        Assert.Equal(ProgressKind.Decided, scene.Next(second.InvocationId));
        scene.Take(second.InvocationId);
        scene.Receive(Frames.Cancel(), Frames.InvocationIdCompletion(1, "inv_1first")).CloseInput();

        Assert.Equal(ProgressKind.Cancelled, scene.Next(second.Result));

        scene.AssertWrote(Call, SecondCall, CancelOf("inv_1first"), CancelOf("inv_1second"));
    }

    [Fact]
    public void Next_CompletedChildAndOneWayCall_OnlyTheCallIsTold()
    {
        var scene = Scene.Begin();
        var call = scene.Machine.Calls.Call(Request);
        var sent = scene.Machine.Calls.Send(Request, 0);
        scene.Receive(
            Frames.InvocationIdCompletion(1, "inv_1child"),
            Frames.Completion(MessageType.CallCompletion, 2, "v"),
            Frames.InvocationIdCompletion(3, "inv_1sent"));
        Assert.Equal(ProgressKind.Decided, scene.Next(sent));
        scene.Take(sent);
        Assert.Equal(ProgressKind.Decided, scene.Next(call.Result));
        scene.Take(call.Result);
        scene.Receive(Frames.Cancel());

        Assert.Equal(ProgressKind.Cancelled, scene.Next(scene.Machine.Waits.CreateAwakeable().Notification));

        scene.AssertWrote(Call, Frames.Command(new OneWayCallCommand(Request, 0, 3)), CancelOf("inv_1child"));
    }

    [Fact]
    public void Next_SecondCancel_TellsOnlyCallsMadeSince()
    {
        var scene = Scene.Begin();
        var first = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.InvocationIdCompletion(1, "inv_1first"), Frames.Cancel());
        scene.Next(first.Result);
        var second = scene.Machine.Calls.Call(Request);
        scene.Receive(Frames.Cancel(), Frames.InvocationIdCompletion(3, "inv_1second"));

        Assert.Equal(ProgressKind.Cancelled, scene.Next(second.Result));

        scene.AssertWrote(Call, CancelOf("inv_1first"), SecondCall, CancelOf("inv_1second"));
    }

    [Fact]
    public void Next_Replayed_ComparesTheSignalsToTheChildren()
    {
        var scene = Scene.Begin(Call, Frames.InvocationIdCompletion(1, "inv_1child"), Frames.Cancel(), CancelOf("inv_1child"));
        var call = scene.Machine.Calls.Call(Request);

        Assert.Equal(ProgressKind.Cancelled, scene.Next(call.Result));

        scene.AssertWrote();
        Assert.False(scene.Machine.IsReplaying);
    }

    [Fact]
    public void Next_ReplayedButTheChildIdIsMissing_Fails570()
    {
        var scene = Scene.Begin(Call, Frames.Cancel(), CancelOf("inv_1child"));
        var call = scene.Machine.Calls.Call(Request);

        var error = Assert.Throws<JournalException>(() => scene.Next(call.Result));

        Assert.Equal(ErrorCodes.JournalMismatch, error.Code);
        Assert.Contains("a wait for completion 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_ChildIdIsNoId_Fails500()
    {
        var scene = Scene.Begin();
        var call = scene.Machine.Calls.Call(Request);
        scene.AssertWrote(Call);
        scene.Receive(Frames.Cancel(), Frames.Completion(MessageType.CallInvocationIdCompletion, 1));

        Assert.Throws<JournalException>(() => scene.Next(call.Result));

        scene.AssertFailed(ErrorCodes.Internal, "The received CallInvocationIdCompletion message lacks an invocation id.");
    }

    [Fact]
    public void Next_CancelWithoutContent_Fails500AndTellsNobody()
    {
        var scene = Scene.Begin(Frames.InvocationIdCompletion(1, "inv_1child"), Call);
        var call = scene.Machine.Calls.Call(Request);
        scene.Receive(new TestFrame(MessageType.SignalNotification, Flags: 0, [0x10, 0x01]));

        Assert.Throws<JournalException>(() => scene.Next(call.Result));

        scene.AssertFailed(ErrorCodes.Internal, "The received SignalNotification message lacks a result.");
    }

    [Fact]
    public void Complete_CancelNeverAwaited_HasNoEffect()
    {
        var scene = Scene.Begin(Frames.Cancel());

        scene.Machine.Complete(Frames.Success("v"));

        scene.AssertWrote(Frames.Output("v"), Frames.End);
    }

    private static TestFrame CancelOf(string invocationId) => Frames.Command(new SendSignalCommand(invocationId, SignalId.Cancel, SignalResult.Void));
}
