using System.Text;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Journal.Harness;
using Xunit;

namespace Restate.Actors.Tests.Journal;

public class StateJournalTests
{
    private static readonly (string, string)[] OneKey = [("a", "1")];

    /// <summary>Gets what was done before, whether the snapshot is partial, and what a read of key a gives: a value, "none" or "asks".</summary>
    public static TheoryData<string, bool, string> Reads => new()
    {
        { "", false, "1" },
        { "", true, "1" },
        { "set", false, "2" },
        { "set", true, "2" },
        { "clear", false, "none" },
        { "clear", true, "none" },
        { "clear set", true, "2" },
        { "set clear", true, "none" },
        { "clearAll", false, "none" },
        { "clearAll", true, "none" },
        { "clearAll set", true, "2" },
        { "set clearAll", true, "none" },
        { "empty", true, "asks" },
        { "empty", false, "none" },
        { "empty set", true, "2" },
        { "empty clear", true, "none" },
        { "empty clearAll", true, "none" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void Get_AfterWrites_AnswersFromTheSnapshotAndTheWritesOrAsks(string before, bool isPartial, string expected)
    {
        var writes = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scene = new Scene().Start(Frames.Start(1, writes is ["empty", ..] ? [] : OneKey, isPartial));
        List<TestFrame> written = [.. writes.Where(write => write != "empty").Select(write => Write(scene.Machine.State, write))];

        var read = scene.Machine.State.Get("a");

        var actual = read.IsKnown ? read.Value is { } value ? Encoding.UTF8.GetString(value.Span) : "none" : "asks";
        Assert.Equal(expected, actual);
        Assert.Equal(1u, read.CompletionId);
        scene.AssertWrote([.. written, Read(expected)]);
    }

    [Theory]
    [InlineData("", false, "a,b")]
    [InlineData("", true, "asks")]
    [InlineData("set", false, "a,b")]
    [InlineData("set", true, "asks")]
    [InlineData("clear", false, "b")]
    [InlineData("clear", true, "asks")]
    [InlineData("clearAll", false, "")]
    [InlineData("clearAll", true, "")]
    [InlineData("clearAll set", true, "a")]
    [InlineData("clear set", false, "a,b")]
    public void GetKeys_AfterWrites_ListsTheKeysThatHaveAValueOrAsks(string before, bool isPartial, string expected)
    {
        var scene = new Scene().Start(Frames.Start(1, [("b", "1"), ("a", "1")], isPartial));
        List<TestFrame> written = [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(write => Write(scene.Machine.State, write))];

        var read = scene.Machine.State.GetKeys();

        Assert.Equal(expected, read.Keys is null ? "asks" : string.Join(',', read.Keys));
        scene.AssertWrote(
        [
            .. written,
            read.Keys is null ? Frames.Command(new GetLazyStateKeysCommand(1)) : Frames.Command(new GetEagerStateKeysCommand(read.Keys)),
        ]);
    }

    [Fact]
    public void Get_EmptyValue_IsAValueAndNotNone()
    {
        var scene = new Scene().Start(Frames.Start(1, [("a", "")]));

        var read = scene.Machine.State.Get("a");

        Assert.True(read.Value is { IsEmpty: true });
        scene.AssertWrote(Frames.Command(new GetEagerStateCommand("a", ReadOnlyMemory<byte>.Empty)));
    }

    [Fact]
    public void Get_KnownAtOnce_StillTakesACompletionId()
    {
        var scene = new Scene().Start(Frames.Start(1, OneKey));
        scene.Machine.State.Get("a");
        scene.Machine.State.GetKeys();

        Assert.Equal(NotificationId.Completion(3), scene.Machine.Waits.Sleep(1, "", out _));
    }

    [Fact]
    public void Get_RecordedValue_WinsOverTheSnapshot()
    {
        var scene = new Scene().Start(Frames.Start(2, [("a", "99")]), Frames.Command(new GetEagerStateCommand("a", Frames.Bytes("1"))));

        var read = scene.Machine.State.Get("a");

        Assert.True(read.IsKnown);
        Assert.Equal("1"u8.ToArray(), read.Value!.Value.ToArray());
        scene.AssertWrote();
    }

    [Fact]
    public void Get_RecordedAsLazy_WaitsForItsCompletionThoughTheSnapshotKnows()
    {
        var scene = new Scene().Start(
            Frames.Start(3, OneKey),
            Frames.Command(new GetLazyStateCommand("a", 1)),
            Frames.Completion(MessageType.GetLazyStateCompletion, 1));

        var read = scene.Machine.State.Get("a");

        Assert.False(read.IsKnown);
        Assert.Equal(ProgressKind.Decided, scene.Next(read.Completion));
        Assert.Equal(NotificationResultKind.Void, scene.Take(read.Completion).Kind);
        scene.AssertWrote();
    }

    [Fact]
    public void Get_RecordedAsKnown_IsKnownThoughTheSnapshotIsPartial()
    {
        var scene = Scene.Begin(Frames.Command(new GetEagerStateCommand("a", Value: null)));

        var read = scene.Machine.State.Get("a");

        Assert.Equal((true, null), (read.IsKnown, read.Value));
        scene.AssertWrote();
    }

    [Fact]
    public void Get_LazyResult_IsNotRemembered()
    {
        var scene = Scene.Begin(Frames.Command(new GetLazyStateCommand("a", 1)), Frames.Completion(MessageType.GetLazyStateCompletion, 1, "1"));
        Assert.Equal(ProgressKind.Decided, scene.Next(scene.Machine.State.Get("a").Completion));

        var again = scene.Machine.State.Get("a");

        Assert.False(again.IsKnown);
        scene.AssertWrote(Frames.Command(new GetLazyStateCommand("a", 2)));
    }

    [Fact]
    public void GetKeys_RecordedKeys_WinOverTheSnapshot()
    {
        var scene = new Scene().Start(Frames.Start(2, OneKey), Frames.Command(new GetEagerStateKeysCommand(["x", "y"])));

        Assert.Equal(["x", "y"], scene.Machine.State.GetKeys().Keys);

        scene.AssertWrote();
    }

    [Fact]
    public void Set_Replayed_IsSeenByLaterReads()
    {
        var scene = Scene.Begin(Frames.Command(new SetStateCommand("a", Frames.Bytes("2"))), Frames.Command(new ClearStateCommand("b")));
        scene.Machine.State.Set("a", Frames.Bytes("2"));
        scene.Machine.State.Clear("b");

        scene.Machine.State.Get("a");
        scene.Machine.State.Get("b");

        scene.AssertWrote(
            Frames.Command(new GetEagerStateCommand("a", Frames.Bytes("2"))),
            Frames.Command(new GetEagerStateCommand("b", Value: null)));
    }

    [Fact]
    public void ClearAll_Replayed_MakesThePartialStateComplete()
    {
        var scene = new Scene().Start(Frames.Start(2, OneKey, isPartial: true), Frames.Command(default(ClearAllStateCommand)));
        scene.Machine.State.ClearAll();

        Assert.Empty(scene.Machine.State.GetKeys().Keys!);

        scene.AssertWrote(Frames.Command(new GetEagerStateKeysCommand([])));
    }

    private static TestFrame Write(StateJournal state, string write)
    {
        switch (write)
        {
            case "set":
                state.Set("a", Frames.Bytes("2"));
                return Frames.Command(new SetStateCommand("a", Frames.Bytes("2")));
            case "clear":
                state.Clear("a");
                return Frames.Command(new ClearStateCommand("a"));
            default:
                state.ClearAll();
                return Frames.Command(default(ClearAllStateCommand));
        }
    }

    private static TestFrame Read(string expected) => expected switch
    {
        "asks" => Frames.Command(new GetLazyStateCommand("a", 1)),
        "none" => Frames.Command(new GetEagerStateCommand("a", Value: null)),
        _ => Frames.Command(new GetEagerStateCommand("a", Frames.Bytes(expected))),
    };
}
