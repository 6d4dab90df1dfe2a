namespace Restate.Actors.Tests.Journal.Harness;

internal static class CombinatorHandlers
{
    public static async Task<string> Race(HandlerContext context) => (await context.Race(context.Awakeable().Result, context.Awakeable().Result))!;

    public static async Task<string> Any(HandlerContext context) => (await context.Any(context.Awakeable().Result, context.Awakeable().Result))!;

    public static async Task<string> All(HandlerContext context)
    {
        var (a, b) = (context.Awakeable().Result, context.Awakeable().Result);
        await context.All(a, b);
        return $"[{a.Outcome!.Value},{b.Outcome!.Value}]";
    }

    public static async Task<string> Settled(HandlerContext context)
    {
        var (a, b) = (context.Awakeable().Result, context.Awakeable().Result);
        await context.AllSettled(a, b);
        return $"[{Status(a)},{Status(b)}]";
    }

    public static async Task<string> Tree(HandlerContext context)
    {
        var awakeable = context.Awakeable().Result;
        var signal = context.Signal("go");
        var deadline = context.Sleep(60_000, "deadline");
        return (await context.Race(context.Map(deadline, _ => Json.Of("late")), context.All(awakeable, signal)))!;
    }

    public static async Task<string> Nested(HandlerContext context)
    {
        var s0 = context.Sleep(60_000, "s0");
        var awakeable = context.Awakeable().Result;
        var signal = context.Signal("sg");
        var end = context.Sleep(1_500, "end");
        return (await context.Race(s0, context.All(awakeable, signal), context.Map(end, _ => Json.Of("x"))))!;
    }

    public static async Task<string> WithTimeout(HandlerContext context)
    {
        var awakeable = context.Awakeable().Result;
        var timer = context.Sleep(100);
        await context.Race(awakeable, timer);
        return awakeable.Outcome is { } outcome ? outcome.Value! : Json.Of("Timeout occurred408");
    }

    private static string Status(DurableFuture future) => future.Outcome!.Error is null ? "\"fulfilled\"" : "\"rejected\"";
}
