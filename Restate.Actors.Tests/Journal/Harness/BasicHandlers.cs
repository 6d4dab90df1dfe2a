using System.Globalization;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class BasicHandlers
{
    private static readonly Dictionary<string, string> Reason = new() { ["reason"] = "demo" };

    public static Task<string> Greet(HandlerContext context) => Task.FromResult(Json.Of("Hello " + Json.Text(context.Input)));

    public static Task<string> ReturnNothing(HandlerContext _) => Task.FromResult("");

    public static Task<string> Fail(HandlerContext _) => throw new TerminalException("no such thing", 404);

    public static Task<string> FailWithMetadata(HandlerContext _) => throw new TerminalException("no such thing", 404, Reason);

    public static Task<string> ThrowPlain(HandlerContext _) => throw new RetryableException("transient");

    public static async Task<string> Nap(HandlerContext context)
    {
        await context.Sleep(ulong.Parse(context.Input, CultureInfo.InvariantCulture), "nap");
        return Json.Of("awake");
    }

    public static Task<string> FailTwice(HandlerContext context)
    {
        return context.Attempt < 3 ? throw new RetryableException($"transient {context.Attempt}") : Task.FromResult(Json.Of("ok after 3"));
    }

    public static Task<string> AskForDelayTwice(HandlerContext context)
    {
        return context.Attempt < 3
            ? throw new RetryableException("try later", code: 503, TimeSpan.FromMilliseconds(700))
            : Task.FromResult(Json.Of("o"));
    }

    public static Task<string> Hang(HandlerContext _) => new TaskCompletionSource<string>().Task;

    public static Task<string> WhoAmI(HandlerContext context)
    {
        var start = context.Machine.Start!;
        return Task.FromResult(Json.Of(new { idem = start.IdempotencyKey, scope = start.Scope, limit = start.LimitKey, id = start.DebugId }));
    }
}
