using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>What durable code is: the same clock in many places. All rules ask the same scope.</summary>
public sealed class DurableScopeTests
{
    public static TheoryData<string> Durable =>
    [
        // Handlers.
        "public async Task Do(int value) { _ = $; }",
        "public Task Do(int value) { Use($); return Task.CompletedTask; } private static void Use(object value) { }",
        "async Task IThing.Do(int value) { await Task.Yield(); _ = $; }",
        "[Obsolete(\"a\")] [System.ComponentModel.Description(\"b\")] public async Task Do(int value) { _ = $; }",
        "public Task Do(int value) => Task.CompletedTask; public async Task<int> Read(int value) { _ = $; return 1; }",
        "public Task Do(int value) => Task.CompletedTask; public override ValueTask OnActivateAsync(CancellationToken token) { _ = $; return default; }",

        // Lambdas and local functions that run in place.
        "public async Task Do(int value) { var all = Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, i).Select(j => $).ToList()).ToList(); }",
        "public async Task Do(int value) { object Now() => $; _ = Now(); }",
        "public async Task Do(int value) { object Outer() { return Inner(); object Inner() => $; } _ = Outer(); }",
        "public async Task Do(int value) { Func<object> now = () => $; _ = now(); }",
        "public async Task Do(int value) { Func<object> now; now = () => $; _ = now.Invoke(); }",
        "public async Task Do(int value) { object Now(int i) => $; _ = Enumerable.Range(0, 3).Select(Now).ToList(); }",
        "public async Task Do(int value) { await Actors.GetActor<IOther>(\"x\").Send(to => to.Ask($.GetHashCode())); }",
        "public async Task Do(int value) { CancellationToken.Register(() => { _ = $; }); }",
        "public async Task Do(int value) { await Task.Factory.StartNew(() => $); }",
        "public async Task Do(int value) { var lazy = new Lazy<object>(() => $); _ = lazy.Value; }",

        // Arguments and options of Run are evaluated in the handler.
        "public async Task Do(int value) { await Run($.ToString()!, _ => 1); }",

        // Helpers.
        "public async Task Do(int value) { Help(); } private void Help() { _ = $; }",
        "public async Task Do(int value) { Help(1); } private void Help(int depth) { if (depth > 0) { Deeper(); } } private static void Deeper() { _ = $; }",
        "public async Task Do(int value) { _ = Now; } private object Now => $;",
        "public async Task Do(int value) { _ = Now; } private object Now { get { return $; } }",
        "public async Task Do(int value) { Retry(() => $); } private static void Retry(Func<object> action) { _ = action(); }",
        "public async Task Do(int value) { Twice(() => $); } private static void Twice(Func<object> action) { Once(action); } private static void Once(Func<object> action) { _ = action(); }",
        "public async Task Do(int value) { await Run(\"x\", _ => Help()); Help(); } private int Help() { _ = $; return 1; }",
    ];

    public static TheoryData<string> NotDurable =>
    [
        // Steps, all forms.
        "public async Task Do(int value) { await Run(\"x\", _ => { var now = $; }); }",
        "public async Task Do(int value) { await Run(\"x\", _ => $); }",
        "public async Task Do(int value) { await Run(\"x\", async _ => { await Task.Yield(); return $; }); }",
        "public async Task Do(int value) { await Run(\"x\", async Task (_) => { await Task.Yield(); var now = $; }); }",
        "public async Task Do(int value) { await RunCached(\"x\", _ => Task.FromResult($)); }",
        "public async Task Do(int value) { await Context.Run(\"x\", _ => Task.FromResult($)); }",
        "public async Task Do(int value) { await Run(\"x\", _ => Enumerable.Range(0, 3).Select(i => $).ToList()); }",
        "public async Task Do(int value) { await Run(\"x\", delegate(RunContext run) { return Task.FromResult($); }); }",
        "public async Task Do(int value) { await Run(\"x\", Step); Task<object> Step(RunContext run) => Task.FromResult<object>($); }",
        "public async Task Do(int value) { await Run(\"x\", Step); } private Task<object> Step(RunContext run) => Task.FromResult<object>($);",
        "public async Task Do(int value) { Func<RunContext, Task<object>> step = run => Task.FromResult<object>($); await Run(\"x\", step); }",

        // Only reached from a step.
        "public async Task Do(int value) { await Run(\"x\", _ => Help()); } private object Help() => $;",
        "public async Task Do(int value) { await Run(\"x\", _ => Help()); object Help() => $; }",
        "public async Task Do(int value) { Func<object> now = () => $; await Run(\"x\", _ => now()); }",
        "public async Task Do(int value) { await Step(() => $); } private Task<T> Step<T>(Func<T> action) => Run(\"x\", _ => action());",
        "public async Task Do(int value) { await Step(() => $); Task<T> Step<T>(Func<T> action) => Run(\"x\", _ => action()); }",

        // Not called by a handler.
        "public Task Do(int value) => Task.CompletedTask; public object Other() => $;",
        "public Task Do(int value) => Task.CompletedTask; private static readonly object Now = $;",
        "public Task Do(int value) => Task.CompletedTask; static Thing() { _ = $; }",
        "public async Task Do(int value) { object Unused() => $; }",

        // Handed to code that is not seen.
        "public async Task Do(int value) { AppDomain.CurrentDomain.ProcessExit += (_, _) => { var now = $; }; }",
        "public async Task Do(int value) { System.Linq.Expressions.Expression<Func<object>> now = () => $; }",
        "public async Task Do(int value) { _ = nameof($); }",
    ];

    [Theory]
    [Capability("Tooling and documents", "Analyzer for non-deterministic code")]
    [MemberData(nameof(Durable))]
    public async Task Clock_InDurableCode_IsReported(string members)
    {
        var reported = await AnalyzerHarness.AnalyzeAsync(Sources.Actor(Fill(members)));

        Assert.Contains("RSTA2001 at DateTime.UtcNow", reported);
    }

    [Theory]
    [MemberData(nameof(NotDurable))]
    public async Task Clock_ElsewhereInAnActor_IsNotReported(string members)
    {
        Assert.Empty(await AnalyzerHarness.AnalyzeAsync(Sources.Actor(Fill(members))));
    }

    [Theory]
    [InlineData("[DurableCode] public static class Helper { public static object Now() => DateTime.UtcNow; }", true)]
    [InlineData("[DurableCode] [Obsolete(\"x\")] public class Helper { public object Now() { return Inner(); } private object Inner() => DateTime.UtcNow; }", true)]
    [InlineData("[DurableCode] public class Helper { private object Unused() => DateTime.UtcNow; }", false)]
    [InlineData("public class Helper { [DurableCode] public object Now() => DateTime.UtcNow; public object Other() => 1; }", true)]
    [InlineData("public class Helper { [DurableCode] public object Now() => 1; public object Other() => DateTime.UtcNow; }", false)]
    [InlineData("public class Helper { public object Now() => DateTime.UtcNow; }", false)]
    [InlineData("[DurableCode] public class Helper(IActorContext context) { public Task Now() => context.Run(\"x\", _ => Task.FromResult(DateTime.UtcNow)); }", false)]
    [InlineData("public class Plain(IActorContext context) : IOther { public async Task<int> Ask(int value) { _ = DateTime.UtcNow; return 1; } public ValueTask Tell(int value) => default; }", true)]
    [InlineData("public abstract class Base : VirtualObject, IOther { public async Task<int> Ask(int value) { _ = DateTime.UtcNow; return 1; } public abstract ValueTask Tell(int value); }", true)]
    [InlineData("public class R : VirtualObject, IRemindable { public Task ReceiveReminderAsync(string name, ReminderTick tick) { _ = DateTime.UtcNow; return Task.CompletedTask; } }", true)]
    public async Task Clock_InOtherClasses_IsReportedIfTheyAreMarkedOrActors(string declarations, bool isReported)
    {
        var reported = await AnalyzerHarness.AnalyzeAsync(Sources.Actor("public Task Do(int value) => Task.CompletedTask;", declarations));

        Assert.Equal(isReported ? ["RSTA2001 at DateTime.UtcNow"] : [], reported);
    }

    private static string Fill(string members) => members.Replace("$", "DateTime.UtcNow", StringComparison.Ordinal);
}
