using System.Text;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class WaitHandlers
{
    public static async Task<string> Awakeable(HandlerContext context)
    {
        var (id, result) = context.Awakeable();
        await context.Run("publish", "");
        var value = await result;
        return value is null ? $"{{\"id\":\"{id}\"}}" : $"{{\"id\":\"{id}\",\"v\":{value}}}";
    }

    public static Task<string> ResolveAwakeable(HandlerContext context)
    {
        context.Machine.Waits.CompleteAwakeable(Json.Text(context.Input), CommandResult.Success(Encoding.UTF8.GetBytes(Json.Of("from-handler"))));
        return Task.FromResult("");
    }

    public static Task<string> RejectAwakeable(HandlerContext context)
    {
        context.Machine.Waits.CompleteAwakeable(Json.Text(context.Input), CommandResult.Failed(new Failure(500, "nope")));
        return Task.FromResult("");
    }

    public static async Task<string> Signal(HandlerContext context) => Json.Of("got " + Json.Text(await context.Signal("go")));

    public static async Task<string> Compensate(HandlerContext context)
    {
        try
        {
            await context.Sleep(3_600_000, "long");
            return "";
        }
        catch (TerminalException error) when (error.Code == ErrorCodes.Cancelled)
        {
            var undone = Json.Text(await context.Run("undo", Json.Of("undone")));
            await context.Sleep(50, "pause");
            return Json.Of($"compensated:{undone}:{error.Code}");
        }
    }

    public static async Task<string> Signup(HandlerContext context)
    {
        context.Set("email", context.Input);
        var peeked = await context.PeekPromise("verified") ?? "null";
        var value = await context.GetPromise("verified");
        return $"{{\"email\":{context.Input},\"p\":{peeked},\"v\":{value}}}";
    }

    public static async Task<string> Verify(HandlerContext context)
    {
        await context.CompletePromise("verified", CommandResult.Success(Encoding.UTF8.GetBytes(context.Input)));
        return Json.Of("ok");
    }
}
