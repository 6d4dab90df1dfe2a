using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Restate.Actors.Dashboard.Internal.Access;

namespace Restate.Actors.Dashboard.Internal.Page;

/// <summary>Serves the files of the page.</summary>
internal static class PageRoutes
{
    private const string Start = "index.html";

    public static void Map(IEndpointRouteBuilder routes, DashboardAccess access)
    {
        foreach (var file in PageFile.ReadAll())
        {
            routes.MapGet(file.Name == Start ? "/" : file.Name, access.Protect(context => ServeAsync(context, file)));
        }
    }

    private static Task ServeAsync(HttpContext context, PageFile file)
    {
        var request = context.Request;
        if (file.Name == Start && request.Path.Value?.EndsWith('/') != true)
        {
            // Files and questions of the page have relative addresses, so that it works behind any prefix.
            context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}");
            return Task.CompletedTask;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }
}
