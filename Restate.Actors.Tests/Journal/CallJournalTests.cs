using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class CallJournalTests
{
    private static readonly CallRequest Request = new() { Service = "Greeter", Handler = "greet" };
    private static readonly CallRequest Scoped = Request with { Scope = "tenant", LimitKey = "user" };

    [Fact]
    public void Call_Several_TakesTwoIdsEachAndASendOne()
    {
        var scene = Scene.Begin();

        var first = scene.Machine.Calls.Call(Request);
        var sent = scene.Machine.Calls.Send(Request, 0);
        var second = scene.Machine.Calls.Call(Request);

        Assert.Equal(new CallIds(NotificationId.Completion(1), NotificationId.Completion(2)), first);
        Assert.Equal(NotificationId.Completion(3), sent);
        Assert.Equal(new CallIds(NotificationId.Completion(4), NotificationId.Completion(5)), second);
    }

    [Fact]
    public void Call_InvocationIdThenResult_AreReleasedInThatOrder()
    {
        var scene = Scene.Begin(
            Frames.Command(new CallCommand(Request, 1, 2)),
            Frames.InvocationIdCompletion(1, "inv_1child"),
            Frames.FailedCompletion(MessageType.CallCompletion, 2, 404, "no such thing"));
        var ids = scene.Machine.Calls.Call(Request);

        Assert.Equal(ProgressKind.Decided, scene.Next(ids.InvocationId));
        Assert.False(scene.Machine.IsReleased(ids.Result));
        Assert.Equal("inv_1child", scene.Take(ids.InvocationId).InvocationId);
        Assert.Equal(ProgressKind.Decided, scene.Next(ids.Result));

        Assert.Equal(new Failure(404, "no such thing"), scene.Take(ids.Result).Failure);
        scene.AssertWrote();
    }

    [Fact]
    public void Call_RecordedWithFieldsInAnotherOrder_Matches()
    {
        // The server encodes calls anew; the same fields in another order are the same command.
        var recorded = new TestFrame(
            MessageType.CallCommand,
            Flags: 0,
            [0x58, 0x02, 0x50, 0x01, 0x12, 0x05, .. "greet"u8, 0x0a, 0x07, .. "Greeter"u8, 0x1a, 0x00, 0x2a, 0x00]);
        var scene = Scene.Begin(recorded);

        scene.Machine.Calls.Call(Request);

        scene.AssertWrote();
    }

    [Fact]
    public void Call_ScopeOnV7_IsWritten()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7);

        scene.Machine.Calls.Call(Scoped);

        scene.AssertWrote(Frames.Command(new CallCommand(Scoped, 1, 2)));
    }

    [Fact]
    public void Call_ScopeBelowV7_Fails573()
    {
        var scene = Scene.Begin();

        Assert.Throws<JournalException>(() => scene.Machine.Calls.Call(Scoped));

        scene.AssertFailed(573, "A scope needs service protocol V7; this invocation uses V6.");
    }

    [Fact]
    public void Send_LimitKeyWithoutScope_Fails500()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7);

        Assert.Throws<JournalException>(() => scene.Machine.Calls.Send(Request with { LimitKey = "user", Name = "later" }, 0));

        scene.AssertFailed(500, "A limit key needs a scope.", new RelatedCommand(1, MessageType.OneWayCallCommand, "later"));
    }

    [Fact]
    public void Attach_ScopedTargetBelowV7_Fails573()
    {
        var scene = Scene.Begin();

        Assert.Throws<JournalException>(() => scene.Machine.Calls.Attach(new WorkflowTarget("Signup", "w1", "tenant")));

        scene.AssertFailed(573, "A scope needs service protocol V7; this invocation uses V6.");
    }

    [Fact]
    public void GetOutput_NotCompletedYet_IsVoid()
    {
        var target = new IdempotentRequestTarget("Greeter", Key: null, "greet", "ik");
        var scene = Scene.Begin();
        var id = scene.Machine.Calls.GetOutput(target);
        scene.Receive(Frames.Completion(MessageType.GetInvocationOutputCompletion, 1));

        Assert.Equal(ProgressKind.Decided, scene.Next(id));

        Assert.Equal(NotificationResultKind.Void, scene.Take(id).Kind);
        scene.AssertWrote(Frames.Command(new GetInvocationOutputCommand(target, 1)));
    }

    [Fact]
    public void SendSignal_MetadataOnV5_Fails573()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V5);
        var failure = new Failure(400, "no") { Metadata = [new("a", "b")] };

        Assert.Throws<JournalException>(() => scene.Machine.Calls.SendSignal("inv_1a", SignalId.Named("go"), SignalResult.Failed(failure)));

        scene.AssertFailed(573, "Metadata of a failure needs service protocol V6; this invocation uses V5.");
    }
}
