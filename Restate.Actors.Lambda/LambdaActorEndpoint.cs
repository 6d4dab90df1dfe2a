using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Hosting.Internal.Endpoint;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Lambda.Internal;

namespace Restate.Actors.Lambda;

/// <summary>Serves the actors of a host to events of AWS Lambda: discovery and invocations, each one event and one response.</summary>
/// <remarks>Thread-safe. An attempt ends when it waits: its handler is suspended, and another event goes on with it.</remarks>
public sealed class LambdaActorEndpoint
{
    private readonly IServiceProvider _services;
    private readonly RequestDelegate _discover;
    private readonly RequestDelegate _invoke;

    /// <summary>Creates the endpoint.</summary>
    /// <param name="services">The services of a host to which <c>AddRestateActors()</c> and the actors were added.</param>
    /// <exception cref="InvalidOperationException"><c>AddRestateActors</c> was not called, or no actor was added, or actors clash, or a request identity key is malformed.</exception>
    public LambdaActorEndpoint(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var endpoint = services.GetService<ActorEndpoint>() ?? throw new InvalidOperationException(
            "LambdaActorEndpoint found no engine. Call builder.Services.AddRestateActors() before builder.Build().");
        if (services.GetRequiredService<ActorCatalog>().Actors.Count == 0)
        {
            throw new InvalidOperationException(
                "LambdaActorEndpoint found no actors. Call builder.Services.AddRestateActors().AddGeneratedActors() before builder.Build().");
        }

        endpoint.IsRequestResponse = true;
        var identity = services.GetRequiredService<RequestIdentity>();
        _services = services;
        _discover = identity.Protect(endpoint.DiscoverAsync);
        _invoke = identity.Protect(endpoint.InvokeAsync);
    }

    /// <summary>Answers one event.</summary>
    /// <param name="lambdaEvent">The event: JSON of an API Gateway request, version 1 or 2, as the Restate server sends it.</param>
    /// <param name="cancellationToken">Gives the attempt up; the server tries again.</param>
    /// <returns>The response: JSON with status, headers and the body in Base64.</returns>
    /// <exception cref="System.Text.Json.JsonException">The event is no such JSON.</exception>
    public async Task<Stream> InvokeAsync(Stream lambdaEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lambdaEvent);
        var request = await LambdaRequest.ReadAsync(lambdaEvent, cancellationToken);
        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var body = new MemoryStream();
        var lifetime = new LambdaRequestLifetime(aborted);
        var context = LambdaHttpContext.Create(request, body, lifetime, _services);
        await RouteAsync(context);
        await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        return lifetime.IsAborted
            ? LambdaResponse.Failed("The attempt was given up; Restate tries again.")
            : LambdaResponse.Of(context.Response, body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        switch (path)
        {
            case ["discover"]:
                return _discover(context);
            case ["invoke", var service, var handler]:
                context.Request.RouteValues["service"] = service;
                context.Request.RouteValues["handler"] = handler;
                return _invoke(context);
            case ["health"]:
                return context.Response.WriteAsync("ok", CancellationToken.None);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
