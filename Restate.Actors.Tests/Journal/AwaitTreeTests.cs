using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class AwaitTreeTests
{
    private readonly Scene _scene = Scene.Begin(ServiceProtocolVersion.V6);
    private readonly NotificationId _a;
    private readonly NotificationId _b;

    public AwaitTreeTests()
    {
        _a = _scene.Machine.Waits.CreateAwakeable().Notification;
        _b = _scene.Machine.Waits.CreateAwakeable().Notification;
    }

    [Theory]
    [InlineData(nameof(CombinatorType.Unknown), "a", true)]
    [InlineData(nameof(CombinatorType.FirstCompleted), "a", true)]
    [InlineData(nameof(CombinatorType.FirstCompleted), "!a", true)]
    [InlineData(nameof(CombinatorType.AllCompleted), "a", false)]
    [InlineData(nameof(CombinatorType.AllCompleted), "!a", false)]
    [InlineData(nameof(CombinatorType.AllCompleted), "!a b", true)]
    [InlineData(nameof(CombinatorType.FirstSucceededOrAllFailed), "a", true)]
    [InlineData(nameof(CombinatorType.FirstSucceededOrAllFailed), "!a", false)]
    [InlineData(nameof(CombinatorType.FirstSucceededOrAllFailed), "!a !b", true)]
    [InlineData(nameof(CombinatorType.AllSucceededOrFirstFailed), "a", false)]
    [InlineData(nameof(CombinatorType.AllSucceededOrFirstFailed), "!a", true)]
    [InlineData(nameof(CombinatorType.AllSucceededOrFirstFailed), "a b", true)]
    public void IsDecided_ResultsOfTwoChildren_FollowTheCombinator(string kind, string results, bool isDecided)
    {
        var node = new CombinatorNode(Enum.Parse<CombinatorType>(kind), [new LeafNode(_a), new LeafNode(_b)]);
        foreach (var result in results.Split(' '))
        {
            _scene.Receive(Result(result));
        }

        Assert.Equal(isDecided ? ProgressKind.Decided : ProgressKind.WaitForInput, _scene.Next(node));
    }

    [Theory]
    [InlineData(nameof(CombinatorType.AllCompleted), true)]
    [InlineData(nameof(CombinatorType.AllSucceededOrFirstFailed), true)]
    [InlineData(nameof(CombinatorType.FirstCompleted), false)]
    public void IsDecided_NoChildren_OnlyAllIsDecided(string kind, bool isDecided)
    {
        Assert.Equal(isDecided ? ProgressKind.Decided : ProgressKind.WaitForInput, _scene.Next(new CombinatorNode(Enum.Parse<CombinatorType>(kind), [])));
    }

    [Fact]
    public void IsDecided_InnerNodeDecides_ReturnsToTheHandlerOnceBeforeTheRestIsDecided()
    {
        var c = _scene.Machine.Waits.CreateAwakeable().Notification;
        var race = new CombinatorNode(CombinatorType.FirstCompleted, [new LeafNode(_a), new LeafNode(_b)]);
        var all = new CombinatorNode(CombinatorType.AllCompleted, [race, new LeafNode(c)]);
        _scene.Receive(Frames.Signal(18, "b"), Frames.Signal(17, "a"), Frames.Signal(19, "c"));

        Assert.Equal(ProgressKind.Decided, _scene.Next(all));
        Assert.True(_scene.Machine.IsReleased(_b));
        Assert.False(_scene.Machine.IsReleased(_a));
        Assert.Equal(ProgressKind.Decided, _scene.Next(all));

        Assert.True(_scene.Machine.IsReleased(c));
    }

    [Fact]
    public void Describe_DecidedParts_AreLeftOut()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7);
        var ids = Enumerable.Range(0, 4).Select(_ => scene.Machine.Waits.CreateAwakeable().Notification).ToArray();
        var race = new CombinatorNode(CombinatorType.FirstCompleted, [new LeafNode(ids[0]), new LeafNode(ids[1])]);
        var all = new CombinatorNode(CombinatorType.AllCompleted, [race, new LeafNode(ids[2]), new LeafNode(ids[3])]);
        scene.Receive(Frames.Signal(18), Frames.Signal(19)).CloseInput();
        Assert.Equal(ProgressKind.Decided, scene.Next(all));

        Assert.Equal(ProgressKind.Suspended, scene.Next(all));

        // First completed of the cancel signal and of an All that has only signal 20 left.
        scene.AssertWrote(new TestFrame(MessageType.Suspension, Flags: 0, Convert.FromHexString("220c" + "120101" + "2205" + "120114" + "2802" + "2801")));
    }

    [Fact]
    public void Describe_NodeWithoutLeaves_IsLeftOut()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7).CloseInput();

        Assert.Equal(ProgressKind.Suspended, scene.Next(new CombinatorNode(CombinatorType.FirstCompleted, [])));

        scene.AssertWrote(Frames.Suspension(ServiceProtocolVersion.V7, NotificationId.Signal(1)));
    }

    [Fact]
    public void Describe_TreeTooDeepForTheServer_FailsTheAttempt()
    {
        var scene = Scene.Begin(ServiceProtocolVersion.V7).CloseInput();
        AwaitNode node = new LeafNode(scene.Machine.Waits.CreateAwakeable().Notification);
        for (var depth = 0; depth < 1000; depth++)
        {
            node = new CombinatorNode(CombinatorType.Unknown, [node]);
        }

        Assert.Throws<JournalException>(() => scene.Next(node));

        scene.AssertFailed(ErrorCodes.Internal, "The handler waits for combinations nested 1001 deep; the server takes up to 1000.");
    }

    [Fact]
    public void Awaits_ChildOfADecidedNode_IsNotAwaitedAnyMore()
    {
        var run = _scene.Machine.Runs.Run("late");
        var race = new CombinatorNode(CombinatorType.FirstCompleted, [new LeafNode(_a), new LeafNode(run)]);
        var all = new CombinatorNode(CombinatorType.AllCompleted, [race, new LeafNode(_b)]);
        _scene.Receive(Frames.Signal(17));
        Assert.Equal(ProgressKind.Decided, _scene.Next(all));

        Assert.Equal(ProgressKind.WaitForInput, _scene.Next(all));
    }

    private static TestFrame Result(string result)
    {
        var index = result[^1] == 'a' ? 17u : 18u;
        return result[0] == '!'
            ? new TestFrame(MessageType.SignalNotification, Flags: 0, [0x10, (byte)index, 0x32, 0x03, 0x08, 0xf4, 0x03])
            : Frames.Signal(index, "v");
    }
}
