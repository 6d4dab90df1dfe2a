using Microsoft.AspNetCore.Http;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>The ports that serve actors: those that <c>ListenRestateActors</c> opened, or else all.</summary>
/// <remarks>The port of the connection counts. The host that a request names is what its sender says, so <c>RequireHost</c> keeps nobody out.</remarks>
internal sealed class ActorPorts(IEnumerable<ActorPort> opened)
{
    // Port 0 is one that the system chooses; nobody knows it here.
    private readonly int[] _ports = opened.Any(port => port.Number == 0) ? [] : [.. opened.Select(port => port.Number)];

    /// <summary>Gets whether a port of the application serves actors.</summary>
    /// <param name="port">The port, or 0 for a connection that has none.</param>
    public bool Serves(int port) => _ports.Length == 0 || port == 0 || _ports.Contains(port);

    /// <summary>Puts the check in front of a handler of requests.</summary>
    public RequestDelegate Restrict(RequestDelegate next) => _ports.Length == 0 ? next : context => InvokeAsync(context, next);

    private Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (Serves(context.Connection.LocalPort))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
