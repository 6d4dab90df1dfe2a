using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Restate.Actors.Lambda.Internal;

/// <summary>Dresses an event as a request of ASP.NET Core, which the endpoint takes.</summary>
internal static class LambdaHttpContext
{
    public static HttpContext Create(LambdaRequest request, Stream response, IHttpRequestLifetimeFeature lifetime, IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set(lifetime);
        context.Request.Method = request.Method;
        context.Request.Path = request.Path;
        foreach (var (name, value) in request.Headers)
        {
            context.Request.Headers.Append(name, value);
        }

        context.Request.Body = new MemoryStream(request.Body, writable: false);
        context.Response.Body = response;
        return context;
    }
}
