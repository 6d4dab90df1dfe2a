using Microsoft.AspNetCore.Http;
using Restate.Actors.Hosting.Internal.Discovery;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Hosting.Internal.Endpoint;

/// <summary>The HTTP side of the service protocol: refuses what it cannot serve, hands the rest to the engine.</summary>
internal sealed class ActorEndpoint(ActorEngine engine, ManifestWriter manifest)
{
    private const string ServerHeader = "x-restate-server";

    private static readonly string ServerName =
        $"restate-actors-dotnet/{typeof(ActorEndpoint).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Gets or sets the path in front of the routes.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Gets or sets whether there are routes to it.</summary>
    public bool IsMapped { get; set; }

    /// <summary>Gets or sets whether an attempt is one request and one response, because nothing can be sent before the request has ended.</summary>
    public bool IsRequestResponse { get; set; }

    public async Task DiscoverAsync(HttpContext context)
    {
        var version = ManifestVersion.Negotiate(context.Request.Headers.Accept.ToString());
        if (version is not { } negotiated)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "The Accept header asks for no version of the endpoint manifest that is served here (1 to 4). This path is for Restate servers.");
            return;
        }

        byte[] written;
        try
        {
            written = manifest.Write(negotiated, IsRequestResponse);
        }
        catch (ManifestException error)
        {
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, error.Message);
            return;
        }

        context.Response.Headers[ServerHeader] = ServerName;
        context.Response.ContentType = ManifestVersion.ContentType(negotiated);
        await context.Response.Body.WriteAsync(written, context.RequestAborted);
    }

    public Task InvokeAsync(HttpContext context)
    {
        var service = (string)context.Request.RouteValues["service"]!;
        var name = (string)context.Request.RouteValues["handler"]!;
        var contentType = context.Request.ContentType;
        if (!ProtocolContentType.TryParse(contentType, out var version))
        {
            return RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                $"The content type '{contentType}' is no version of the service protocol that is served here (5 to 7). Register the deployment again.");
        }

        var handler = engine.Catalog.Find(service, name);
        if (handler is null)
        {
            return RefuseAsync(
                context,
                StatusCodes.Status404NotFound,
                $"There is no handler {service}/{name} here. If it was added or renamed, register the deployment again; names are case-sensitive.");
        }

        if (engine.IsStopping)
        {
            // The server comes back elsewhere, or here when the process runs again; it does not count this as a failed attempt.
            context.Response.Headers.RetryAfter = "1";
            return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "This endpoint is shutting down.");
        }

        if (engine.IsFull)
        {
            context.Response.Headers.RetryAfter = "1";
            return RefuseAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "This endpoint runs as many attempts as RestateActorsOptions.MaxConcurrentAttempts allows.");
        }

        return RunAsync(context, handler, version);
    }

    private Task RunAsync(HttpContext context, HandlerInvoker handler, ServiceProtocolVersion version)
    {
        DurableStreams.Allow(context);
        context.Response.Headers.ContentType = ProtocolContentType.For(version);
        context.Response.Headers[ServerHeader] = ServerName;
        return engine.RunAsync(handler, new HttpAttemptConnection(context, version));
    }

    private async Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(message, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await DrainAsync(context);
    }

    // An answer that ends before the request makes Kestrel reset the stream, and too many resets end the connection with all that runs on it.
    private async Task DrainAsync(HttpContext context)
    {
        DurableStreams.Allow(context);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(engine.StreamEndTimeout);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, limit.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The server has reset the stream, or keeps it open for too long. Either way the answer is out.
        }
    }
}
