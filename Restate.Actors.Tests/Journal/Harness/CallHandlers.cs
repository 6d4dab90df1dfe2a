using System.Text;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

internal static class CallHandlers
{
    public static async Task<string> Call(HandlerContext context)
    {
        return Json.Of("via call: " + Json.Text(await context.Call("Greeter", "greet", context.Input)));
    }

    public static async Task<string> CallObject(HandlerContext context) => (await context.Call("Counter", "add", "5", "k"))!;

    public static async Task<string> CallFailing(HandlerContext context)
    {
        try
        {
            return (await context.Call("Greeter", "failNoMeta", ""))!;
        }
        catch (TerminalException error)
        {
            return Json.Of($"caught {error.Code} {error.Message}");
        }
    }

    public static async Task<string> CallSlow(HandlerContext context)
    {
        await context.Call("Greeter", "sleep", "3600000");
        return Json.Of("done");
    }

    public static async Task<string> CallScoped(HandlerContext context)
    {
        var request = new CallRequest { Service = "Greeter", Handler = "whoami", IdempotencyKey = "ik-9", Scope = "tenant-b", LimitKey = "user-1" };
        return Json.Of(await context.Call(request).Result);
    }

    public static async Task<string> SendLater(HandlerContext context)
    {
        var request = new CallRequest
        {
            Service = "Counter",
            Handler = "add",
            Key = "k",
            Parameter = Encoding.UTF8.GetBytes("5"),
            IdempotencyKey = "ik",
            Headers = [new Header("x-a", "b")],
            Name = "later",
        };
        return (await context.Send(request, delay: 60_000))!;
    }

    public static async Task<string> SendTwice(HandlerContext context)
    {
        await context.Send(new CallRequest { Service = "Counter", Handler = "add", Key = "k-send", Parameter = Encoding.UTF8.GetBytes("5") });
        _ = context.Send(new CallRequest { Service = "Greeter", Handler = "greet", Parameter = Encoding.UTF8.GetBytes(Json.Of("later")) }, delay: 60_000);
        return Json.Of("sent");
    }

    public static async Task<string> Attach(HandlerContext context) => (await context.Attach(new InvocationIdTarget(Json.Text(context.Input))))!;

    public static Task<string> SendSignal(HandlerContext context)
    {
        context.Machine.Calls.SendSignal(Json.Text(context.Input), SignalId.Named("go"), SignalResult.Success(Encoding.UTF8.GetBytes(Json.Of("green"))));
        return Task.FromResult("");
    }

    public static Task<string> Cancel(HandlerContext context)
    {
        context.Machine.Calls.SendSignal(Json.Text(context.Input), SignalId.Cancel, SignalResult.Void);
        return Task.FromResult("");
    }
}
