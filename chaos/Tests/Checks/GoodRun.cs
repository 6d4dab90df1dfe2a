using Restate.Actors.Chaos.Driver.Checks;
using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Endpoint.Contracts;
using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Tests.Checks;

/// <summary>A small run in which all is well, for tests that break one thing.</summary>
internal static class GoodRun
{
    private static readonly ProcessFigures Idle = new(1, 1, 1, 1, 1, ActiveAttempts: 0, ActiveKeys: 0, WarmKeys: 0, Unobserved: 0, CpuMilliseconds: 1);

    public static IReadOnlyList<Operation> Operations =>
    [
        new TransferOperation("t1", "a", "b", 100, 0) { Outcome = Outcome.Answered("T1"), Receipt = new TransferReceipt("T1", 900, 1100) },
        new TransferOperation("t2", "a", "b", 5000, 0) { Outcome = Outcome.Refused(422, "a holds too little.") },
        new BookingOperation("b1", "a", "s", 10, IsCardRefused: false, IsConfirmed: true) { Outcome = Outcome.Answered("B1") },
        new BookingOperation("b2", "b", "s", 20, IsCardRefused: false, IsConfirmed: false) { Outcome = Outcome.Refused(410, "Declined.") },
        new FanOperation("f1", ["c", "d"], 0) { Outcome = Outcome.Answered("6") },
        new PlanOperation("p1", ["d"], 0) { Outcome = Outcome.Answered("1") },
        new LaterOperation("l1", "c", 10) { Outcome = Outcome.Answered("sent") },
        new ApprovalOperation("w1") { Outcome = Outcome.Answered("w1 is fine") },
        new AlarmOperation("a1", 2, 100) { Outcome = Outcome.Answered("2") },
        new SpeechOperation("s1", 2, 0) { Outcome = Outcome.Answered("s1#0 s1#1") },
        new CancelOperation("x1", "e") { Outcome = Outcome.Answered("cancelled") },
    ];

    public static Observation Observation { get; } = new()
    {
        Accounts = new Dictionary<string, Statement>
        {
            ["a"] = new(890, [new Posting("t1", -100, "T1"), new Posting("b1", -10, "B1")]),
            ["b"] = new(1100, [new Posting("t1", 100, "T1"), new Posting("b2", -20, "B2"), new Posting("b2/undo", 20, "B2")]),
            ["s"] = new(1010, [new Posting("b2", 20, "B2"), new Posting("b1", 10, "B1"), new Posting("b2/undo", -20, "B2")]),
        },
        Counters = new Dictionary<string, IReadOnlyList<string>> { ["c"] = ["f1#0", "l1"], ["d"] = ["p1#0", "f1#1"], ["e"] = ["x1#begun", "x1#undone"] },
        Approvals = new Dictionary<string, IReadOnlyList<string>> { ["w1"] = ["w1 is fine"] },
        Alarms = new Dictionary<string, IReadOnlyList<AlarmTick>> { ["a1"] = [new AlarmTick(1_000, 0), new AlarmTick(1_100, 0)] },
        StuckKeys = [],
        Left = [],
        Failed = [new FailedInvocations("Account", "Withdraw", "[422] a holds too little.", 1)],
        Repeated = [],
        Invocations = 20,
        Endpoints = [new EndpointRemains("endpoint 1", Idle, [], [])],
    };

    /// <summary>Returns the observation with another statement of an account.</summary>
    public static Observation WithAccount(string name, long balance, params Posting[] postings) =>
        Observation with { Accounts = new Dictionary<string, Statement>(Observation.Accounts) { [name] = new(balance, postings) } };

    /// <summary>Returns the observation with other marks of a counter.</summary>
    public static Observation WithCounter(string name, params string[] marks) =>
        Observation with { Counters = new Dictionary<string, IReadOnlyList<string>>(Observation.Counters) { [name] = marks } };

    /// <summary>Returns the observation with other ticks of the alarm.</summary>
    public static Observation WithTicks(params AlarmTick[] ticks) =>
        Observation with { Alarms = new Dictionary<string, IReadOnlyList<AlarmTick>> { ["a1"] = ticks } };

    /// <summary>Returns the observation with other figures of the endpoint.</summary>
    public static Observation WithFigures(Func<ProcessFigures, ProcessFigures> change) =>
        Observation with { Endpoints = [Observation.Endpoints[0] with { Figures = change(Idle) }] };

    /// <summary>Returns the operations with one that has another outcome.</summary>
    public static IReadOnlyList<Operation> WithOutcome(string id, Outcome outcome) =>
        [.. Operations.Select(operation => operation.Id == id ? operation with { Outcome = outcome } : operation)];
}
