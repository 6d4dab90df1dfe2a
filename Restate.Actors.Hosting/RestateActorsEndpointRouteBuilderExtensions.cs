using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Hosting.Internal.Endpoint;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Hosting.Internal.Previews;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Internal.Engine;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the Restate endpoint of the actors.</summary>
public static class RestateActorsEndpointRouteBuilderExtensions
{
    /// <summary>Maps discovery, invocations and health of all actors of the host.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">A path in front of them; register the deployment with the same path. Default: none.</param>
    /// <returns>A builder for conventions of the mapped routes.</returns>
    /// <exception cref="InvalidOperationException"><c>AddRestateActors</c> was not called, or no actor was added, or actors clash, or a request identity key is malformed.</exception>
    /// <remarks>
    /// Restate speaks HTTP/2 without TLS to addresses that begin with <c>http://</c>; Kestrel then needs an endpoint with
    /// <c>HttpProtocols.Http2</c> only, which <c>ListenRestateActors</c> sets up. Where it was called, actors are served on its ports only: requests that reach
    /// another port of the application get 404, whatever host they name. Health is served on all.
    /// </remarks>
    public static IEndpointConventionBuilder MapRestateActors(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetService<ActorEndpoint>() ?? throw new InvalidOperationException(
            "MapRestateActors() found no engine. Call builder.Services.AddRestateActors() before builder.Build().");
        if (endpoints.ServiceProvider.GetRequiredService<ActorCatalog>().Actors.Count == 0)
        {
            throw new InvalidOperationException(
                "MapRestateActors() found no actors. Call builder.Services.AddRestateActors().AddGeneratedActors() before builder.Build(). "
                + "Actors are public or internal classes that implement an interface derived from IDurableService, IVirtualObject or IWorkflow.");
        }

        endpoint.Prefix = prefix;
        endpoint.IsMapped = true;
        var group = endpoints.MapGroup(prefix);
        var identity = endpoints.ServiceProvider.GetRequiredService<RequestIdentity>();
        var ports = endpoints.ServiceProvider.GetRequiredService<ActorPorts>();
        RequestDelegate Guard(RequestDelegate next) => ports.Restrict(identity.Protect(next));
        group.MapGet("/discover", Guard(endpoint.DiscoverAsync));
        group.MapPost("/invoke/{service}/{handler}", Guard(endpoint.InvokeAsync));

        if (endpoints.ServiceProvider.GetService<PreviewEndpoint>() is { } previews)
        {
            group.MapPost("/serdes/{service}/decode/{**name}", Guard(context => previews.ServeAsync(context, isDecode: true)));
            group.MapPost("/serdes/{service}/encode/{**name}", Guard(context => previews.ServeAsync(context, isDecode: false)));
        }

        // An application's own /health goes first.
        group.MapGet("/health", static context => context.Response.WriteAsync("ok")).WithOrder(int.MaxValue);
        return group;
    }
}
