using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Dashboard.Internal.Access;

/// <summary>Decides whether there is a dashboard at all, and which requests may see it.</summary>
internal sealed class DashboardAccess(ActorDashboardOptions options, IHostEnvironment environment, DashboardPort? port, ILogger logger)
{
    /// <summary>Gets whether the dashboard is served.</summary>
    public bool IsOn => environment.IsDevelopment() || options.AllowOutsideDevelopment;

    public void SayThatItIsOff() => DashboardLog.IsOff(logger, environment.EnvironmentName);

    public void SayWhereItIs(string path)
    {
        if (port is not null)
        {
            DashboardLog.IsAtPort(logger, port.Number, path);
        }
        else
        {
            DashboardLog.IsAt(logger, path);
        }

        if (!environment.IsDevelopment())
        {
            DashboardLog.IsOutsideDevelopment(logger, environment.EnvironmentName);
        }
    }

    /// <summary>Lets a handler see only requests that may.</summary>
    public RequestDelegate Protect(RequestDelegate handler) => context =>
    {
        if (port is not null && context.Connection.LocalPort != port.Number)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        PageHeaders.Add(context.Response);
        return WhyNot(context) is { } reason ? RefuseAsync(context, reason) : handler(context);
    };

    private string? WhyNot(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<IAllowAnonymous>() is not null || metadata?.GetMetadata<IAuthorizeData>() is not null)
        {
            // Said in so many words, or checked by the authorization middleware, without which the framework throws.
            return null;
        }

        if (!environment.IsDevelopment())
        {
            return $"The dashboard needs an authorization policy outside Development (this is {environment.EnvironmentName}): call RequireAuthorization() on what MapActorDashboard() returns.";
        }

        // The name, too: a foreign page whose name was made to lead to this machine would otherwise read the answers.
        return IsLocal(context.Connection.RemoteIpAddress) && IsLocal(context.Request.Host)
            ? null
            : "The dashboard is served to http://localhost on this machine only. To open it to others call RequireAuthorization() or AllowAnonymous() on what MapActorDashboard() returns.";
    }

    private static bool IsLocal(IPAddress? address) => address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLocal(HostString host)
    {
        var name = host.Host.Trim('[', ']');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

    private static Task RefuseAsync(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
