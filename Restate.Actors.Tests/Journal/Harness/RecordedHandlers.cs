namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>The handlers of the recorded exchanges, by service and handler.</summary>
internal static class RecordedHandlers
{
    private static readonly Dictionary<string, TestHandler> Handlers = new(StringComparer.Ordinal)
    {
        ["Greeter/greet"] = BasicHandlers.Greet,
        ["Greeter/fail"] = BasicHandlers.FailWithMetadata,
        ["Greeter/failNoMeta"] = BasicHandlers.Fail,
        ["Greeter/error"] = BasicHandlers.FailTwice,
        ["Greeter/sleep"] = BasicHandlers.Nap,
        ["Greeter/whoami"] = BasicHandlers.WhoAmI,
        ["Counter/add"] = StateHandlers.Add,
        ["LazyCounter/add"] = StateHandlers.AddAndList,
        ["Greeter/run"] = RunHandlers.Step,
        ["Greeter/runExhaust"] = RunHandlers.AlwaysTwice,
        ["Greeter/runRetry"] = RunHandlers.Flaky,
        ["Greeter/nondet"] = RunHandlers.NotDeterministic,
        ["Greeter/call"] = CallHandlers.Call,
        ["Greeter/callFail"] = CallHandlers.CallFailing,
        ["Greeter/callSlow"] = CallHandlers.CallSlow,
        ["Greeter/scopedGeneric"] = CallHandlers.CallScoped,
        ["Greeter/send"] = CallHandlers.SendTwice,
        ["Greeter/attach"] = CallHandlers.Attach,
        ["Greeter/signalSend"] = CallHandlers.SendSignal,
        ["Greeter/cancelOther"] = CallHandlers.Cancel,
        ["Greeter/awakeable"] = WaitHandlers.Awakeable,
        ["Greeter/rejectAwk"] = WaitHandlers.RejectAwakeable,
        ["Greeter/signalWait"] = WaitHandlers.Signal,
        ["Greeter/nested"] = CombinatorHandlers.Nested,
        ["SignupFlow/run"] = WaitHandlers.Signup,
        ["SignupFlow/status"] = StateHandlers.Status,
        ["SignupFlow/verify"] = WaitHandlers.Verify,
        ["Raw/attach"] = RawHandlers.Attach,
        ["Raw/getOutput"] = RawHandlers.GetOutput,
        ["Raw/hang"] = BasicHandlers.Hang,
        ["Raw/cmdAck"] = RawHandlers.RunNothing,
        ["Raw/errRetry"] = BasicHandlers.AskForDelayTwice,
        ["Raw/runAckV6"] = RawHandlers.RunOnce,
    };

    public static TestHandler Find(string target)
    {
        return Handlers.TryGetValue(target, out var handler) ? handler : throw new KeyNotFoundException($"There is no handler for {target}.");
    }
}
