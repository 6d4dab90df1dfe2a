namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>The handlers of the conformance cases, by their pseudocode.</summary>
internal static class ConformanceHandlers
{
    private const string RunAlways = """try { await run("always", () => throw retryable("boom"), {initial 100ms, factor 2, maxInterval 1000ms, maxAttempts 10}) } catch(TerminalError e) { return "exhausted:"+e.message+":"+e.code }""";

    private const string RunThenAlways = """await run("ok", () => 1); await run("always", () => throw retryable("boom"), {initial 100ms, factor 2, maxInterval 1000ms, maxAttempts 10})""";

    private const string StateKeys = """ks = await state.Keys(); Set("a",1); Clear("count"); c = await Get("count"); a = await Get("a"); ks2 = await Keys(); ClearAll(); a2 = await Get("a"); ks3 = await Keys(); return {ks,c,a,ks2,a2,ks3}""";

    private const string Compensate = """try { await sleep(1h,"long") } catch(Cancelled e) { u = await run("undo", () => "undone"); await sleep(50ms,"pause"); return "compensated:"+u+":"+e.code }""";

    private static readonly Dictionary<string, TestHandler> Handlers = new(StringComparer.Ordinal)
    {
        ["""input: string name → return "Hello " + name"""] = BasicHandlers.Greet,
        ["return nothing (void)"] = BasicHandlers.ReturnNothing,
        ["""throw Terminal(404, "no such thing", metadata {reason:"demo"})"""] = BasicHandlers.FailWithMetadata,
        ["""throw Terminal(404, "no such thing")"""] = BasicHandlers.Fail,
        ["throws a plain (retryable) exception"] = BasicHandlers.ThrowPlain,
        ["""await sleep(input ms, name "nap"); return "awake" """.Trim()] = BasicHandlers.Nap,

        ["""c = await state.Get("count") ?? 0; state.Set("count", c + v); return c + v"""] = StateHandlers.Add,
        [StateKeys] = StateHandlers.Multi,
        ["""Set("x","1"); await sleep(100ms); Set("y","2"); return [await Get("x"), await Get("y"), await Get("z")]"""] = StateHandlers.SetSleepGet,

        ["""a = await run("step", () => 42); return a + 1"""] = RunHandlers.Step,
        ["""a = run("a", slow => "A"); b = run("b", () => "B"); r = await All(a, b); return r[0]+r[1]"""] = RunHandlers.Two,
        ["""try { await run("boom", () => throw Terminal(422,"side effect failed")) } catch(e) { return "caught:"+e.message+":"+e.code }"""] = RunHandlers.Terminal,
        ["""run("bg", () => "A")  // never awaited; return "done" """.Trim()] = RunHandlers.NeverAwaited,
        [RunAlways] = RunHandlers.Always,
        [RunThenAlways] = RunHandlers.ThenAlways,
        ["""await run("always", () => throw retryable("boom"))  // no retry options"""] = RunHandlers.Default,
        ["""await run("p", () => throw Pause("pause please"))"""] = RunHandlers.Pause,

        ["""r = await Call(Greeter.greet, name); return "via call: " + r"""] = CallHandlers.Call,
        ["""return await Call(Counter["k"].add, 5)"""] = CallHandlers.CallObject,
        ["""try { await Call(Greeter.failNoMeta) } catch(e) { return "caught "+e.code+" "+e.message }"""] = CallHandlers.CallFailing,
        ["""h = Send(Counter["k"].add, raw "5", delay 60000ms, idempotencyKey "ik", headers {"x-a":"b"}, name "later"); return await h.invocationId"""] = CallHandlers.SendLater,
        ["""await Call(Greeter.sleep, raw bytes "3600000"); return "done" """.Trim()] = CallHandlers.CallSlow,
        ["return await Attach(input invocation id)"] = CallHandlers.Attach,
        ["""SendSignal(input invocation id, name "go", "green")"""] = CallHandlers.SendSignal,
        ["Cancel(input invocation id)"] = CallHandlers.Cancel,

        ["a = Awakeable(); await run(\"publish\", () => publish a.id); v = await a; return {id:a.id, v}   // v omitted when void"] = WaitHandlers.Awakeable,
        ["""ResolveAwakeable(input id, "from-handler")"""] = WaitHandlers.ResolveAwakeable,
        ["""RejectAwakeable(input id, "nope")"""] = WaitHandlers.RejectAwakeable,
        ["""v = await Signal("go"); return "got " + v"""] = WaitHandlers.Signal,
        [Compensate] = WaitHandlers.Compensate,
        ["""Set("email", input); p = await Promise("verified").Peek(); v = await Promise("verified").Get(); return {email, p ?? null, v}"""] = WaitHandlers.Signup,
        ["""await Promise("verified").Resolve(input); return "ok" """.Trim()] = WaitHandlers.Verify,

        ["a, b = Awakeable(), Awakeable(); return await Race(a, b)"] = CombinatorHandlers.Race,
        ["a, b = Awakeable(), Awakeable(); return await All(a, b)"] = CombinatorHandlers.All,
        ["a, b = Awakeable(), Awakeable(); return await Any(a, b)"] = CombinatorHandlers.Any,
        ["a, b = Awakeable(), Awakeable(); r = await AllSettled(a, b); return r.map(status)"] = CombinatorHandlers.Settled,
        ["""a = Awakeable(); s = Signal("go"); t = sleep(60s,"deadline"); return await Race( t.map(_ => "late"), All(a, s) )"""] = CombinatorHandlers.Tree,
        ["a = Awakeable(); try { await a.orTimeout(100ms) } catch(e) { return e.message + e.code }"] = CombinatorHandlers.WithTimeout,
    };

    public static TestHandler Find(string pseudocode)
    {
        return Handlers.TryGetValue(pseudocode, out var handler) ? handler : throw new KeyNotFoundException($"There is no handler for: {pseudocode}");
    }
}
