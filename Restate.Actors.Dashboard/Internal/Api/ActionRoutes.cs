using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Restate.Actors.Dashboard.Internal.Access;

namespace Restate.Actors.Dashboard.Internal.Api;

/// <summary>What the page can change, where that is allowed.</summary>
internal static class ActionRoutes
{
    private const string PageHeader = "x-actor-dashboard";

    public static void Map(IEndpointRouteBuilder routes, DashboardAccess access, DashboardApi api)
    {
        routes.MapPost("api/invocations/{id}/cancel", access.Protect(context => ActAsync(context, api, api.CancelAsync)));
        routes.MapPost("api/invocations/{id}/kill", access.Protect(context => ActAsync(context, api, api.KillAsync)));
    }

    private static async Task ActAsync(HttpContext context, DashboardApi api, Func<string, CancellationToken, Task> act)
    {
        // Other sites can make browsers send a POST, but not with a header of one's own.
        if (context.Request.Headers[PageHeader] != "1")
        {
            await Answers.RefuseAsync(context, StatusCodes.Status403Forbidden, $"The header {PageHeader} is missing: this is for the page alone.");
            return;
        }

        await Answers.AnswerAsync(context, api.Options, DashboardJson.Default.ProblemView, async (request, token) =>
        {
            await act((string)request.RouteValues["id"]!, token);
            return null;
        });
    }
}
