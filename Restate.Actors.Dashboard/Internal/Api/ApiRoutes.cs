using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Restate.Actors.Dashboard.Internal.Access;
using Restate.Actors.Dashboard.Internal.Server;

namespace Restate.Actors.Dashboard.Internal.Api;

/// <summary>The questions that the page asks. Internal: names and shapes change with the page.</summary>
internal static class ApiRoutes
{
    public static void Map(IEndpointRouteBuilder routes, DashboardAccess access, DashboardApi api)
    {
        Map("api/overview", DashboardJson.Default.OverviewView, async (_, token) => await api.GetOverviewAsync(token));
        Map("api/keys", DashboardJson.Default.KeysView, async (_, token) => await api.GetKeysAsync(token));
        Map("api/invocations", DashboardJson.Default.InvocationsView, async (request, token) => await api.GetInvocationsAsync(ChoiceOf(request.Query), token));
        Map("api/invocations/{id}", DashboardJson.Default.JournalView, async (request, token) =>
            await api.GetJournalAsync((string)request.RouteValues["id"]!, FromOf(request.Query), token));

        void Map<T>(string path, JsonTypeInfo<T> type, Func<HttpRequest, CancellationToken, Task<T?>> answer)
            where T : class
        {
            routes.MapGet(path, access.Protect(context => Answers.AnswerAsync(context, api.Options, type, answer)));
        }
    }

    private static InvocationChoice ChoiceOf(IQueryCollection query) => new()
    {
        Service = TextOf(query, "service"),
        Handler = TextOf(query, "handler"),
        Key = TextOf(query, "key"),
        Statuses = TextOf(query, "status")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        After = InvocationPlace.Parse(TextOf(query, "after")),
    };

    private static long FromOf(IQueryCollection query) =>
        long.TryParse(TextOf(query, "from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;

    private static string? TextOf(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text] ? text : null;
}
