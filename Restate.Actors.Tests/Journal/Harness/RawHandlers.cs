using System.Text;
using System.Text.Json.Nodes;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>What the scripted endpoint of some recordings did; it answered with a description of the notification it got.</summary>
internal static class RawHandlers
{
    public static async Task<string> Attach(HandlerContext context)
    {
        return await DescribeAsync("AttachInvocationCompletionNotificationMessage", context.Attach(ReadTarget(context.Input)));
    }

    public static async Task<string> GetOutput(HandlerContext context)
    {
        return await DescribeAsync("GetInvocationOutputCompletionNotificationMessage", context.GetOutput(ReadTarget(context.Input)));
    }

    public static Task<string> RunNothing(HandlerContext context)
    {
        _ = context.Run("x", "");
        return Task.FromResult(Json.Of("acked"));
    }

    public static async Task<string> RunOnce(HandlerContext context)
    {
        await context.Run("x", "11");
        return Json.Of("x");
    }

    private static AttachTarget ReadTarget(string input)
    {
        var json = JsonNode.Parse(input)!;
        if (json["invocation_id"] is { } id)
        {
            return new InvocationIdTarget((string)id!);
        }

        if (json["workflow_target"] is { } workflow)
        {
            return new WorkflowTarget((string)workflow["workflow_name"]!, (string)workflow["workflow_key"]!);
        }

        var request = json["idempotent_request_target"]!;
        return new IdempotentRequestTarget(
            (string)request["service_name"]!,
            (string?)request["service_key"],
            (string)request["handler_name"]!,
            (string)request["idempotency_key"]!);
    }

    private static async Task<string> DescribeAsync(string name, DurableFuture future)
    {
        var description = new JsonObject { ["name"] = name, ["dirn"] = "in", ["completion_id"] = 1 };
        try
        {
            var value = await future;
            description[value is null ? "void" : "value"] = value is null ? [] : Content(value);
        }
        catch (TerminalException error)
        {
            description["failure"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        }

        return Json.Of(description);
    }

    private static JsonObject Content(string value)
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value));
        return new JsonObject { ["content"] = new JsonObject { ["$hex"] = hex, ["$utf8"] = value } };
    }
}
