using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class StateShapes
{
    private const string OtherName = "name: recorded \"x\", attempted \"\"";

    public static IReadOnlyList<CommandShape> All { get; } =
    [
        CommandShape.Of("get lazy state", new GetLazyStateCommand("key", 1), machine => machine.State.Get("key").Completion)
            .CompletedBy(Frames.Completion(MessageType.GetLazyStateCompletion, 1, "v"))
            .DiffersFrom(new GetLazyStateCommand("other", 1), "key: recorded \"other\", attempted \"key\"")
            .DiffersFrom(new GetLazyStateCommand("key", 9), "completion id: recorded 9, attempted 1")
            .DiffersFrom(new GetLazyStateCommand("key", 1) { Name = "x" }, OtherName),

        CommandShape.Of("get lazy state keys", new GetLazyStateKeysCommand(1), machine => machine.State.GetKeys().Completion)
            .CompletedBy(Frames.StateKeysCompletion(1, "key"))
            .DiffersFrom(new GetLazyStateKeysCommand(9), "completion id: recorded 9, attempted 1")
            .DiffersFrom(new GetLazyStateKeysCommand(1) { Name = "x" }, OtherName),

        CommandShape.Of("get eager state", new GetEagerStateCommand("key", Frames.Bytes("v")), machine => { machine.State.Get("key"); })
            .DiffersFrom(new GetEagerStateCommand("other", Frames.Bytes("v")), "key: recorded \"other\", attempted \"key\"")
            .DiffersFrom(new GetEagerStateCommand("key", Frames.Bytes("v")) { Name = "x" }, OtherName)
            .Matches(new GetEagerStateCommand("key", Frames.Bytes("w")))
            .Matches(new GetEagerStateCommand("key", Value: null))
            with
            { HasAllState = true, AttemptedType = MessageType.GetLazyStateCommand },

        CommandShape.Of("get eager state keys", new GetEagerStateKeysCommand(["key"]), machine => { machine.State.GetKeys(); })
            .DiffersFrom(new GetEagerStateKeysCommand(["key"]) { Name = "x" }, OtherName)
            .Matches(new GetEagerStateKeysCommand(["a", "b"]))
            .Matches(new GetEagerStateKeysCommand([]))
            with
            { HasAllState = true, AttemptedType = MessageType.GetLazyStateKeysCommand },

        CommandShape.Of("set state", new SetStateCommand("key", Frames.Bytes("v")), machine => machine.State.Set("key", Frames.Bytes("v")))
            .DiffersFrom(new SetStateCommand("other", Frames.Bytes("v")), "key: recorded \"other\", attempted \"key\"")
            .DiffersFrom(new SetStateCommand("key", Frames.Bytes("ww")), "value: recorded 2 bytes, attempted 1 bytes (they differ from offset 0 on)")
            .DiffersFrom(new SetStateCommand("key", Frames.Bytes("v")) { Name = "x" }, OtherName),

        CommandShape.Of("clear state", new ClearStateCommand("key"), machine => machine.State.Clear("key"))
            .DiffersFrom(new ClearStateCommand("other"), "key: recorded \"other\", attempted \"key\"")
            .DiffersFrom(new ClearStateCommand("key") { Name = "x" }, OtherName),

        CommandShape.Of("clear all state", default(ClearAllStateCommand), machine => machine.State.ClearAll())
            .DiffersFrom(new ClearAllStateCommand { Name = "x" }, OtherName),
    ];
}
