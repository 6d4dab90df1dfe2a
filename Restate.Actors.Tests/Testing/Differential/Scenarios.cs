namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>What programs cannot do by themselves: operations from outside, at certain moments. Each returns what it has seen.</summary>
internal static class Scenarios
{
    private static readonly Op LongSleep = new("sleep", "long", "", 3_600_000);
    private static readonly Op ShortSleep = new("sleep", "short", "", 600);

    public static IReadOnlyDictionary<string, Func<Side, Task<string>>> All { get; } = new Dictionary<string, Func<Side, Task<string>>>
    {
        ["workflow twice"] = async side =>
        {
            var first = await side.Flow("f").Send(f => f.RunAsync(new[] { ShortSleep }));
            var second = await side.Flow("f").Send(f => f.RunAsync(new[] { ShortSleep }));
            return $"{first.IsPreviouslyAccepted} {second.IsPreviouslyAccepted} {await Side.OutcomeAsync(side.Flow("f").RunAsync([]))} {await first.AttachAsync()}";
        },
        ["cancel a delayed send"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.AppendAsync("x"), after: TimeSpan.FromHours(1));
            await handle.CancelAsync();
            await side.SettleAsync();
            return await Side.OutcomeAsync(handle.AttachAsync());
        },
        ["cancel one that waits for its key"] = async side =>
        {
            await side.Machine("a").Send(m => m.ExecuteAsync(new[] { ShortSleep }));
            await side.SettleAsync();
            var waiting = await side.Machine("a").Send(m => m.AppendAsync("x"));
            var third = await side.Machine("a").Send(m => m.AppendAsync("y"));
            await waiting.CancelAsync();
            return $"{await third.AttachAsync()} {await side.Machine("a").DumpAsync()} {await Side.OutcomeAsync(waiting.AttachAsync())}";
        },
        ["cancel a suspended tree"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.ExecuteAsync(new[] { new Op("call", $"{side.Prefix}-b", Program: new[] { new Op("set", "s", "v"), LongSleep }) }));
            await side.SettleAsync();
            await handle.CancelAsync();
            return $"{await Side.OutcomeAsync(handle.AttachAsync())} {await side.Machine("b").DumpAsync()} {await side.Machine("b").AppendAsync("free")}";
        },
        ["kill a tree"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.ExecuteAsync(new[] { new Op("call", $"{side.Prefix}-b", Program: new[] { LongSleep }) }));
            await side.SettleAsync();
            await side.KillAsync(await handle.GetIdAsync());
            return $"{await Side.OutcomeAsync(handle.AttachAsync())} {await side.Machine("a").AppendAsync("free")} {await side.Machine("b").AppendAsync("free")}";
        },
        ["wait for a callee that is cancelled"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.ExecuteAsync(new[] { new Op("start", $"{side.Prefix}-b", Program: new[] { LongSleep }), new Op("sleep", "", "", 400), new Op("attach", $"{side.Prefix}-b") }));
            await side.SettleAsync();
            var callee = await side.Machine("b").Send(m => m.AppendAsync("next"));
            await handle.CancelAsync();
            return await Side.OutcomeAsync(handle.AttachAsync()) + $" {(await callee.PeekAsync()).IsCompleted}";
        },
        ["cancel one that has ended"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.AppendAsync("x"));
            await handle.AttachAsync();
            await handle.CancelAsync();
            return $"{await handle.AttachAsync()}";
        },
        ["attempts are counted on after progress"] = async side => await Side.OutcomeAsync(side.Fragile("a").ExecuteAsync(
            [new Op("stumble", "a", "", 2), new Op("run", "r1", "v"), new Op("stumble", "b", "", 2), new Op("run", "r2", "v"), new Op("stumble", "c", "", 3)])),
        ["attempts are counted anew after a suspension"] = async side => await Side.OutcomeAsync(side.Fragile("a").ExecuteSuspendingAsync(
            [new Op("stumble", "a", "", 2), new Op("sleep", "s1", "", 5), new Op("stumble", "b", "", 2), new Op("sleep", "s2", "", 5), new Op("stumble", "c", "", 3)])),
        ["attempts are used up"] = async side =>
        {
            var outcome = await Side.OutcomeAsync(side.Fragile("a").ExecuteAsync([new Op("run", "r1", "v"), new Op("stumble", "a", "", 4)]));
            return $"{outcome} {await Side.OutcomeAsync(side.Fragile("a").ExecuteAsync([]))}";
        },
        ["cancel one that backs off"] = async side =>
        {
            var handle = await side.Machine("a").Send(m => m.ExecuteAsync(new[] { new Op("stumble", "a", "", 6), new Op("sleep", "", "", 1) }));
            await handle.CancelAsync();
            return await Side.OutcomeAsync(handle.AttachAsync());
        },
        ["same idempotency key"] = async side =>
        {
            var first = await side.Machine("a").Send(m => m.AppendAsync("x"), idempotencyKey: "k");
            var second = await side.Machine("a").Send(m => m.AppendAsync("y"), idempotencyKey: "k");
            var call = await side.Machine("a").Call(m => m.AppendAsync("z"), new() { IdempotencyKey = "k" });
            var other = await side.Machine("b").Call(m => m.AppendAsync("z"), new() { IdempotencyKey = "k" });
            var found = await side.Machine("a").GetInvocation(m => m.AppendAsync(""), "k").AttachAsync();
            return $"{second.IsPreviouslyAccepted} {await first.AttachAsync()} {await second.AttachAsync()} {call} {other} {found} {await side.Machine("a").DumpAsync()}";
        },
        ["unknown targets"] = async side => string.Join(' ', await Task.WhenAll(
            Side.OutcomeAsync(side.Client.GetActor("Testing.Nothing").CallAsync<int>("Go")),
            Side.OutcomeAsync(side.Client.GetActor("Testing.Machine", "k").CallAsync<int>("Nothing")),
            Side.OutcomeAsync(side.Client.GetActor("Testing.Machine").CallAsync<int>("Append")),
            Side.OutcomeAsync(side.Client.GetWorkflow<IMachineFlow, string>($"{side.Prefix}-never").AttachAsync()),
            Side.OutcomeAsync(side.Client.GetWorkflow<IMachineFlow, string>($"{side.Prefix}-never").PeekAsync()),
            Side.OutcomeAsync(side.Machine("a").GetInvocation(m => m.AppendAsync(""), "never").AttachAsync()),
            Side.OutcomeAsync(side.Client.GetActor("Testing.Machine", "k").CallAsync<RawPayload, RawPayload>("Append", new RawPayload("x"u8.ToArray(), "text/plain"))),
            Side.OutcomeAsync(side.Client.GetActor("Testing.Machine", "k").CallAsync<RawPayload, RawPayload>("Append", new RawPayload("{bad"u8.ToArray(), "application/json"))))),
        ["promises from outside"] = async side =>
        {
            await side.Flow("f").ResolveAsync("early", "v");
            var twice = await Side.OutcomeAsync(side.Flow("f").RejectAsync("early", "no"));
            var run = await Side.OutcomeAsync(side.Flow("f").RunAsync([new Op("peek", "early"), new Op("peek", "never"), new Op("promiseRejected", "p", "bad")]));
            return $"{twice} {run} {await Side.OutcomeAsync(side.Flow("f").ResolveAsync("early", "w"))}";
        },
    };
}
