using Restate.Actors.Chaos.Driver.Checks;
using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Endpoint.Contracts;
using Xunit;

namespace Restate.Actors.Chaos.Tests.Checks;

/// <summary>Each check finds what it is for, and nothing when all is well.</summary>
public sealed class CheckerTests
{
    [Fact]
    public void Check_AllIsWell_NoFinding() => Assert.Empty(Checker.Check(GoodRun.Operations, GoodRun.Observation));

    [Fact]
    public void Check_NoAnswer_IsFound() => Finds("answers", "t1", GoodRun.WithOutcome("t1", Outcome.Open));

    [Fact]
    public void Check_ClientError_IsFound() => Finds("answers", "l1", GoodRun.WithOutcome("l1", Outcome.Failed("broken")));

    [Fact]
    public void Check_RefusalThatNobodyWanted_IsFound() => Finds("answers", "w1", GoodRun.WithOutcome("w1", Outcome.Refused(404, "not found")));

    [Fact]
    public void Check_DeclinedBookingAnswered_IsFound() => Finds("answers", "b2", GoodRun.WithOutcome("b2", Outcome.Answered("B2")));

    [Fact]
    public void Check_BranchOfFanLost_IsFound() => Finds("answers", "f1", GoodRun.WithOutcome("f1", Outcome.Answered("5")));

    [Fact]
    public void Check_MoneyLost_IsFound() =>
        Finds("money", "The accounts hold 2900; in the beginning it was 3000.", GoodRun.WithAccount("b", 1000, GoodRun.Observation.Accounts["b"].Postings.ToArray()));

    [Fact]
    public void Check_BalanceIsNotTheSum_IsFound() =>
        Finds("money", "b holds 1000; its postings make 1100.", GoodRun.WithAccount("b", 1000, GoodRun.Observation.Accounts["b"].Postings.ToArray()));

    [Fact]
    public void Check_PostingTwice_IsFound() => Finds(
        "postings",
        "a, operation t1: -100 (T1), -100 (T1) instead of -100 (T1).",
        GoodRun.WithAccount("a", 790, [new Posting("t1", -100, "T1"), .. GoodRun.Observation.Accounts["a"].Postings]));

    [Fact]
    public void Check_PostingMissing_IsFound() =>
        Finds("postings", "a, operation t1: nothing instead of -100 (T1).", GoodRun.WithAccount("a", 990, new Posting("b1", -10, "B1")));

    [Fact]
    public void Check_PostingOfARefusedTransfer_IsFound() => Finds(
        "postings", "b, operation t2: 5000 (T2) instead of nothing.", GoodRun.WithAccount("b", 6100, [.. GoodRun.Observation.Accounts["b"].Postings, new Posting("t2", 5000, "T2")]));

    [Fact]
    public void Check_CompensationMissing_IsFound() => Finds(
        "postings",
        "b, operation b2/undo: nothing instead of 20 (any token).",
        GoodRun.WithAccount("b", 1080, new Posting("t1", 100, "T1"), new Posting("b2", -20, "B2")));

    [Fact]
    public void Check_StepRanTwiceAndBothWereSeen_IsFound() => Finds(
        "postings", "The postings of operation b1 have different tokens.", GoodRun.WithAccount("a", 890, new Posting("t1", -100, "T1"), new Posting("b1", -10, "other")));

    [Fact]
    public void Check_CallerWasToldAnotherBalance_IsFound() => Finds(
        "receipts",
        "t1 was told 900 and 1100; a and b had 890 and 1100.",
        GoodRun.WithAccount("a", 890, new Posting("b1", -10, "B1"), new Posting("t1", -100, "T1")));

    [Fact]
    public void Check_MarkTwice_IsFound() => Finds("marks", "c has the mark l1 2 times.", GoodRun.WithCounter("c", "f1#0", "l1", "l1"));

    [Fact]
    public void Check_DelayedSendLost_IsFound() => Finds("marks", "d lacks the mark p1#0.", GoodRun.WithCounter("d", "f1#1"));

    [Fact]
    public void Check_MarkOfNobody_IsFound() =>
        Finds("marks", "c has the mark x, which nobody was told to have made.", GoodRun.WithCounter("c", "f1#0", "l1", "x"));

    [Fact]
    public void Check_AwakeableDeliveredTwice_IsFound() => Finds(
        "approvals",
        "w1 has received [w1 is fine, w1 is fine] instead of [w1 is fine].",
        GoodRun.Observation with { Approvals = new Dictionary<string, IReadOnlyList<string>> { ["w1"] = ["w1 is fine", "w1 is fine"] } });

    [Fact]
    public void Check_TickLost_IsFound() => Finds("alarms", "a1 has ticked 1 times instead of 2.", GoodRun.WithTicks(new AlarmTick(1_000, 0)));

    [Fact]
    public void Check_TickAfterTheEnd_IsFound() =>
        Finds("alarms", "a1 has ticked 3 times instead of 2.", GoodRun.WithTicks(new AlarmTick(1_000, 0), new AlarmTick(1_100, 0), new AlarmTick(1_200, 0)));

    [Fact]
    public void Check_TickOfTheReplacedReminder_IsFound() => Finds(
        "alarms", "a1 has a tick 50 ms after the last, with 0 missed; its period is 100 ms.", GoodRun.WithTicks(new AlarmTick(1_000, 0), new AlarmTick(1_050, 0)));

    [Fact]
    public void Check_TickTwice_IsFound() => Finds(
        "alarms", "a1 has a tick 0 ms after the last, with 0 missed; its period is 100 ms.", GoodRun.WithTicks(new AlarmTick(1_000, 0), new AlarmTick(1_000, 0)));

    [Fact]
    public void Check_SignalsInAnotherOrder_IsFound() => Finds("answers", "s1", GoodRun.WithOutcome("s1", Outcome.Answered("s1#1 s1#0")));

    [Fact]
    public void Check_SignalTwice_IsFound() => Finds("answers", "s1", GoodRun.WithOutcome("s1", Outcome.Answered("s1#0 s1#0")));

    [Fact]
    public void Check_CancelledOneEnded_IsFound() => Finds("answers", "x1", GoodRun.WithOutcome("x1", Outcome.Answered("ended")));

    [Fact]
    public void Check_CleanUpOfACancelledOneLost_IsFound() => Finds("marks", "e lacks the mark x1#undone.", GoodRun.WithCounter("e", "x1#begun"));

    [Fact]
    public void Check_KeyStuck_IsFound() =>
        Finds("stuck keys", "a does not answer an exclusive call.", GoodRun.Observation with { StuckKeys = ["a"] });

    [Fact]
    public void Check_InvocationLeft_IsFound() => Finds(
        "invocations",
        "inv_1 of Fan/Out is suspended, 3 attempts, last failure: none",
        GoodRun.Observation with { Left = [new LeftInvocation("inv_1", "Fan/Out", "suspended", 3, null)] });

    [Fact]
    public void Check_InvocationTwice_IsFound() => Finds(
        "invocations", "2 invocations of Fan/Out have the idempotency key f1.", GoodRun.Observation with { Repeated = [new RepeatedKey("Fan/Out", "f1", 2)] });

    [Fact]
    public void Check_FailureThatNobodyWanted_IsFound() => Finds(
        "invocations",
        "1 invocations of Counter/Add failed with: [500] broken",
        GoodRun.Observation with { Failed = [new FailedInvocations("Counter", "Add", "[500] broken", 1)] });

    [Fact]
    public void Check_EndpointEndedByItself_IsFound() => Finds(
        "endpoints", "It crashed.", GoodRun.Observation with { Endpoints = [GoodRun.Observation.Endpoints[0] with { Mishaps = ["It crashed."] }] });

    [Fact]
    public void Check_EndpointComplains_IsFound() => Finds(
        "endpoints", "endpoint 1 says: RSTA0570", GoodRun.Observation with { Endpoints = [GoodRun.Observation.Endpoints[0] with { Complaints = ["RSTA0570"] }] });

    [Fact]
    public void Check_EndpointHoldsAnAttempt_IsFound() => Finds(
        "endpoints",
        "endpoint 1 holds 1 attempts, 0 active and 0 warm keys, and has 0 unobserved exceptions.",
        GoodRun.WithFigures(static figures => figures with { ActiveAttempts = 1 }));

    [Fact]
    public void Check_ExceptionUnobserved_IsFound() => Finds(
        "endpoints",
        "endpoint 1 holds 0 attempts, 0 active and 0 warm keys, and has 1 unobserved exceptions.",
        GoodRun.WithFigures(static figures => figures with { Unobserved = 1 }));

    [Fact]
    public void Review_LinesOfALog_OnlyThoseThatNoFaultExplains() => Assert.Equal(
        ["fail: [RSTA0570] Journal mismatch", "UNOBSERVED x"],
        LogReview.Review(["warn: The connection was reset.", "fail: [RSTA0570] Journal mismatch", "UNOBSERVED x"]));

    private static void Finds(string check, string what, IReadOnlyList<Operation> operations) =>
        Assert.Contains(Checker.Check(operations, GoodRun.Observation), finding => finding.Check == check && finding.What.Contains($"Id = {what}", StringComparison.Ordinal));

    private static void Finds(string check, string what, Observation observation) =>
        Assert.Contains(new Finding(check, what), Checker.Check(GoodRun.Operations, observation));
}
