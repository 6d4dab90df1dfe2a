namespace Restate.Actors.Tests.Journal.Harness;

internal static class StateHandlers
{
    public static async Task<string> Add(HandlerContext context)
    {
        var sum = Json.Of(Json.Number(await context.Get("count")) + Json.Number(context.Input));
        context.Set("count", sum);
        return sum;
    }

    public static async Task<string> AddAndList(HandlerContext context)
    {
        var count = await context.Get("count");
        context.Set("count", Json.Of(Json.Number(count) + Json.Number(context.Input)));
        var sum = await context.Get("count");
        return $"{{\"c\":{count},\"d\":{sum},\"ks\":{await context.Keys()}}}";
    }

    public static async Task<string> Multi(HandlerContext context)
    {
        var keys = await context.Keys();
        context.Set("a", "1");
        context.Clear("count");
        var count = await context.Get("count") ?? "null";
        var a = await context.Get("a") ?? "null";
        var keys2 = await context.Keys();
        context.ClearAll();
        var a2 = await context.Get("a") ?? "null";
        return $"{{\"ks\":{keys},\"c\":{count},\"a\":{a},\"ks2\":{keys2},\"a2\":{a2},\"ks3\":{await context.Keys()}}}";
    }

    public static async Task<string> SetSleepGet(HandlerContext context)
    {
        context.Set("x", Json.Of("1"));
        await context.Sleep(100);
        context.Set("y", Json.Of("2"));
        return $"[{await context.Get("x")},{await context.Get("y")},{await context.Get("z") ?? "null"}]";
    }

    public static async Task<string> Status(HandlerContext context) => await context.Get("email") ?? "null";
}
