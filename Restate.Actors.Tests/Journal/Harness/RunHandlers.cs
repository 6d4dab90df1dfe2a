using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class RunHandlers
{
    private static readonly RunRetryPolicy TenAttempts = new()
    {
        InitialInterval = TimeSpan.FromMilliseconds(100),
        Factor = 2,
        MaxInterval = TimeSpan.FromSeconds(1),
        MaxAttempts = 10,
    };

    private static readonly RunRetryPolicy PauseAtOnce = new() { InitialInterval = TimeSpan.Zero, Factor = 1, MaxAttempts = 1, PauseWhenExhausted = true };

    public static async Task<string> Step(HandlerContext context) => Json.Of(Json.Number(await context.Run("step", "42")) + 1);

    public static async Task<string> Two(HandlerContext context)
    {
        var a = context.Run("a", TestRun.Returning(Json.Of("A")) with { IsSlow = true });
        var b = context.Run("b", Json.Of("B"));
        await context.All(a, b);
        return Json.Of(Json.Text(a.Outcome!.Value) + Json.Text(b.Outcome!.Value));
    }

    public static async Task<string> Terminal(HandlerContext context)
    {
        try
        {
            return (await context.Run("boom", TestRun.Ending(422, "side effect failed")))!;
        }
        catch (TerminalException error)
        {
            return Json.Of($"caught:{error.Message}:{error.Code}");
        }
    }

    public static Task<string> NeverAwaited(HandlerContext context)
    {
        _ = context.Run("bg", Json.Of("A"));
        return Task.FromResult(Json.Of("done"));
    }

    public static Task<string> Always(HandlerContext context) => Always(context, TenAttempts);

    public static Task<string> AlwaysTwice(HandlerContext context)
    {
        return Always(context, new RunRetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(20), Factor = 2, MaxAttempts = 2 });
    }

    public static async Task<string> ThenAlways(HandlerContext context)
    {
        await context.Run("ok", "1");
        return (await context.Run("always", TestRun.Failing("boom", TenAttempts)))!;
    }

    public static async Task<string> Default(HandlerContext context) => (await context.Run("always", TestRun.Failing("boom")))!;

    public static async Task<string> Pause(HandlerContext context) => (await context.Run("p", TestRun.Failing("pause please", PauseAtOnce)))!;

    /// <summary>Fails twice, then returns the number of the attempt.</summary>
    public static async Task<string> Flaky(HandlerContext context)
    {
        var policy = new RunRetryPolicy { InitialInterval = TimeSpan.FromMilliseconds(100), Factor = 2, MaxAttempts = 5 };
        var run = context.Attempt < 3 ? TestRun.Failing($"boom {context.Attempt}", policy) : TestRun.Returning(Json.Of(context.Attempt));
        return (await context.Run("flaky", run))!;
    }

    /// <summary>Does something else in each attempt.</summary>
    public static async Task<string> NotDeterministic(HandlerContext context)
    {
        if (context.Attempt == 2)
        {
            await context.Sleep(10);
        }

        await context.Run(context.Attempt == 1 ? "x" : "y", "1");
        throw new RetryableException("first");
    }

    private static async Task<string> Always(HandlerContext context, RunRetryPolicy policy)
    {
        try
        {
            return (await context.Run("always", TestRun.Failing("boom", policy)))!;
        }
        catch (TerminalException error)
        {
            return Json.Of($"exhausted:{error.Message}:{error.Code}");
        }
    }
}
