using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class CallShapes
{
    private const string OtherName = "name: recorded \"x\", attempted \"\"";
    private const string OtherId = "completion id: recorded 9, attempted 1";

    private static readonly InvocationIdTarget ById = new("inv_1a");

    private static readonly CallRequest Request = new()
    {
        Service = "Counter",
        Handler = "add",
        Key = "k",
        Parameter = Frames.Bytes("5"),
        Headers = [new Header("a", "1"), new Header("b", "2")],
        IdempotencyKey = "ik",
        Name = "later",
    };

    public static IReadOnlyList<CommandShape> All { get; } =
    [
        WithOtherRequests(
            CommandShape.Of("call", new CallCommand(Request, 1, 2), machine => machine.Calls.Call(Request).Result),
            request => new CallCommand(request, 1, 2))
            .CompletedBy(Frames.Completion(MessageType.CallCompletion, 2, "5"))
            .DiffersFrom(new CallCommand(Request, 9, 2), "invocation id completion id: recorded 9, attempted 1")
            .DiffersFrom(new CallCommand(Request, 1, 9), "result completion id: recorded 9, attempted 2"),

        WithOtherRequests(
            CommandShape.Of("one-way call", new OneWayCallCommand(Request, 1000, 1), machine => machine.Calls.Send(Request, 1000)),
            request => new OneWayCallCommand(request, 1000, 1))
            .CompletedBy(Frames.InvocationIdCompletion(1, "inv_1sent"))
            .DiffersFrom(new OneWayCallCommand(Request, 1000, 9), "invocation id completion id: recorded 9, attempted 1")
            .Matches(new OneWayCallCommand(Request, 5, 1)),

        CommandShape.Of("attach", new AttachInvocationCommand(ById, 1), machine => machine.Calls.Attach(ById))
            .CompletedBy(Frames.FailedCompletion(MessageType.AttachInvocationCompletion, 1, 404, "not found"))
            .DiffersFrom(
                new AttachInvocationCommand(new InvocationIdTarget("inv_1b"), 1),
                "target: recorded InvocationIdTarget { InvocationId = inv_1b }, attempted InvocationIdTarget { InvocationId = inv_1a }")
            .DiffersFrom(
                new AttachInvocationCommand(new WorkflowTarget("Signup", "w1"), 1),
                "target: recorded WorkflowTarget { Name = Signup, Key = w1, Scope =  }, attempted InvocationIdTarget { InvocationId = inv_1a }")
            .DiffersFrom(new AttachInvocationCommand(ById, 9), OtherId)
            .DiffersFrom(new AttachInvocationCommand(ById, 1) { Name = "x" }, OtherName),

        CommandShape.Of("get output", new GetInvocationOutputCommand(ById, 1), machine => machine.Calls.GetOutput(ById))
            .CompletedBy(Frames.Completion(MessageType.GetInvocationOutputCompletion, 1))
            .DiffersFrom(
                new GetInvocationOutputCommand(new InvocationIdTarget("inv_1b"), 1),
                "target: recorded InvocationIdTarget { InvocationId = inv_1b }, attempted InvocationIdTarget { InvocationId = inv_1a }")
            .DiffersFrom(new GetInvocationOutputCommand(ById, 9), OtherId)
            .DiffersFrom(new GetInvocationOutputCommand(ById, 1) { Name = "x" }, OtherName),

        CommandShape.Of("send signal", Signal(SignalId.Named("go"), SignalResult.Success(Frames.Bytes("v"))), machine => machine.Calls.SendSignal("inv_1a", SignalId.Named("go"), SignalResult.Success(Frames.Bytes("v"))))
            .DiffersFrom(new SendSignalCommand("inv_1b", SignalId.Named("go"), SignalResult.Success(Frames.Bytes("v"))), "target: recorded \"inv_1b\", attempted \"inv_1a\"")
            .DiffersFrom(Signal(SignalId.Index(17), SignalResult.Success(Frames.Bytes("v"))), "signal: recorded signal 17, attempted signal \"go\"")
            .DiffersFrom(Signal(SignalId.Named("no"), SignalResult.Success(Frames.Bytes("v"))), "signal: recorded signal \"no\", attempted signal \"go\"")
            .DiffersFrom(Signal(SignalId.Named("go"), SignalResult.Success(Frames.Bytes("w"))), "result: recorded 1 bytes, attempted 1 bytes (they differ from offset 0 on)")
            .DiffersFrom(Signal(SignalId.Named("go"), SignalResult.Void), "result: recorded no payload, attempted a value")
            .DiffersFrom(Signal(SignalId.Named("go"), SignalResult.Failed(new Failure(400, "no"))), "result: recorded a failure with code 400, attempted a value")
            .DiffersFrom(Signal(SignalId.Named("go"), SignalResult.Success(Frames.Bytes("v"))) with { Name = "x" }, OtherName),

        CommandShape.Of("cancel", Signal(SignalId.Cancel, SignalResult.Void), machine => machine.Calls.SendSignal("inv_1a", SignalId.Cancel, SignalResult.Void))
            .DiffersFrom(Signal(SignalId.Index(2), SignalResult.Void), "signal: recorded signal 2, attempted signal 1"),
    ];

    private static SendSignalCommand Signal(SignalId signal, SignalResult result) => new("inv_1a", signal, result);

    private static CommandShape WithOtherRequests<TCommand>(CommandShape shape, Func<CallRequest, TCommand> record)
        where TCommand : struct, ICommand<TCommand>
    {
        return shape
            .DiffersFrom(record(Request with { Service = "S" }), "service: recorded \"S\", attempted \"Counter\"")
            .DiffersFrom(record(Request with { Handler = "h" }), "handler: recorded \"h\", attempted \"add\"")
            .DiffersFrom(record(Request with { Key = "" }), "key: recorded \"\", attempted \"k\"")
            .DiffersFrom(record(Request with { Parameter = Frames.Bytes("55") }), "parameter: recorded 2 bytes, attempted 1 bytes (they differ from offset 1 on)")
            .DiffersFrom(record(Request with { Headers = [Request.Headers[0]] }), "headers: recorded 1 headers, attempted 2 headers")
            .DiffersFrom(
                record(Request with { Headers = [new Header("b", "1"), new Header("b", "3")] }),
                "headers[0]: recorded \"b\", attempted \"a\"\n  headers[1] \"b\": recorded another value, attempted another value")
            .DiffersFrom(record(Request with { IdempotencyKey = null }), "idempotency key: recorded none, attempted \"ik\"")
            .DiffersFrom(record(Request with { Scope = "s" }), "scope: recorded \"s\", attempted none")
            .DiffersFrom(record(Request with { LimitKey = "l" }), "limit key: recorded \"l\", attempted none")
            .DiffersFrom(record(Request with { Name = "x" }), "name: recorded \"x\", attempted \"later\"");
    }
}
