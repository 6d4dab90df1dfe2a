using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Restate.Actors.Dashboard.Internal.Server;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Api;

/// <summary>Writes answers to the page.</summary>
internal static class Answers
{
    /// <summary>Answers, or says why there is no answer. Nothing to answer is status 202.</summary>
    public static async Task AnswerAsync<T>(
        HttpContext context, ActorDashboardOptions options, JsonTypeInfo<T> type, Func<HttpRequest, CancellationToken, Task<T?>> answer)
        where T : class
    {
        try
        {
            if (await answer(context.Request, context.RequestAborted) is { } result)
            {
                await context.Response.WriteAsJsonAsync(result, type, cancellationToken: context.RequestAborted);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException)
        {
            // The page asks for something else now.
        }
        catch (Exception error) when (ServerProblem.Explain(error, options) is { } reason)
        {
            await RefuseAsync(context, StatusOf(error), reason);
        }
    }

    public static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new ProblemView(reason), DashboardJson.Default.ProblemView, cancellationToken: context.RequestAborted);
    }

    private static int StatusOf(Exception error) => error switch
    {
        InvocationNotFoundException => StatusCodes.Status404NotFound,
        RestateBadRequestException => StatusCodes.Status400BadRequest,
        RestateConflictException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
