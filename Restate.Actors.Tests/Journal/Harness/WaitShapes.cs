using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class WaitShapes
{
    private const string Awakeable = "sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ";
    private const string OtherName = "name: recorded \"x\", attempted \"\"";
    private const string OtherId = "completion id: recorded 9, attempted 1";
    private const string OtherPromise = "key: recorded \"q\", attempted \"p\"";

    public static IReadOnlyList<CommandShape> All { get; } =
    [
        CommandShape.Of("sleep", new SleepCommand(1000, 1, "nap"), machine => machine.Waits.Sleep(1000, "nap", out _))
            .CompletedBy(Frames.Completion(MessageType.SleepCompletion, 1))
            .DiffersFrom(new SleepCommand(1000, 1, "other"), "name: recorded \"other\", attempted \"nap\"")
            .Matches(new SleepCommand(5, 1, "nap"))
            .Matches(new SleepCommand(1000, 9, "nap")),

        CommandShape.Of("run", new RunCommand(1, "step"), machine => machine.Runs.Run("step"))
            .CompletedBy(Frames.Completion(MessageType.RunCompletion, 1, "42"))
            .DiffersFrom(new RunCommand(1, "other"), "name: recorded \"other\", attempted \"step\"")
            .DiffersFrom(new RunCommand(9, "step"), OtherId),

        CommandShape.Of("get promise", new GetPromiseCommand("p", 1), machine => machine.Waits.GetPromise("p"))
            .CompletedBy(Frames.Completion(MessageType.GetPromiseCompletion, 1, "v"))
            .DiffersFrom(new GetPromiseCommand("q", 1), OtherPromise)
            .DiffersFrom(new GetPromiseCommand("p", 9), OtherId)
            .DiffersFrom(new GetPromiseCommand("p", 1) { Name = "x" }, OtherName),

        CommandShape.Of("peek promise", new PeekPromiseCommand("p", 1), machine => machine.Waits.PeekPromise("p"))
            .CompletedBy(Frames.Completion(MessageType.PeekPromiseCompletion, 1))
            .DiffersFrom(new PeekPromiseCommand("q", 1), OtherPromise)
            .DiffersFrom(new PeekPromiseCommand("p", 9), OtherId)
            .DiffersFrom(new PeekPromiseCommand("p", 1) { Name = "x" }, OtherName),

        CommandShape.Of("resolve promise", new CompletePromiseCommand("p", Frames.Success("v"), 1), machine => machine.Waits.CompletePromise("p", Frames.Success("v")))
            .CompletedBy(Frames.Completion(MessageType.CompletePromiseCompletion, 1))
            .DiffersFrom(new CompletePromiseCommand("q", Frames.Success("v"), 1), OtherPromise)
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Success("w"), 1), "completion: recorded 1 bytes, attempted 1 bytes (they differ from offset 0 on)")
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Failed(400, "no"), 1), "completion: recorded a failure with code 400, attempted a value")
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Success("v"), 9), OtherId)
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Success("v"), 1) { Name = "x" }, OtherName),

        CommandShape.Of("reject promise", new CompletePromiseCommand("p", Frames.Failed(400, "no"), 1), machine => machine.Waits.CompletePromise("p", Frames.Failed(400, "no")))
            .CompletedBy(Frames.FailedCompletion(MessageType.CompletePromiseCompletion, 1, 409, "promise was already completed"))
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Failed(404, "no"), 1), "completion code: recorded 404, attempted 400")
            .DiffersFrom(new CompletePromiseCommand("p", Frames.Failed(400, "yes"), 1), "completion message: recorded \"yes\", attempted \"no\""),

        CommandShape.Of("resolve awakeable", new CompleteAwakeableCommand(Awakeable, Frames.Success("v")), machine => machine.Waits.CompleteAwakeable(Awakeable, Frames.Success("v")))
            .DiffersFrom(new CompleteAwakeableCommand("sign_1x", Frames.Success("v")), $"awakeable id: recorded \"sign_1x\", attempted \"{Awakeable}\"")
            .DiffersFrom(new CompleteAwakeableCommand(Awakeable, Frames.Success("")), "result: recorded 0 bytes, attempted 1 bytes (they differ from offset 0 on)")
            .DiffersFrom(new CompleteAwakeableCommand(Awakeable, Frames.Failed(500, "no")), "result: recorded a failure with code 500, attempted a value")
            .DiffersFrom(new CompleteAwakeableCommand(Awakeable, Frames.Success("v")) { Name = "x" }, OtherName),

        CommandShape.Of("reject awakeable", new CompleteAwakeableCommand(Awakeable, Frames.Failed(500, "no")), machine => machine.Waits.CompleteAwakeable(Awakeable, Frames.Failed(500, "no")))
            .DiffersFrom(new CompleteAwakeableCommand(Awakeable, Frames.Failed(500, "oh")), "result message: recorded \"oh\", attempted \"no\""),
    ];
}
