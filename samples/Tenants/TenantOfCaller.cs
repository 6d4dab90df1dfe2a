using Restate.Actors;

namespace Tenants;

/// <summary>Adds the tenant of the HTTP request to the calls that its endpoint makes.</summary>
public sealed class TenantOfCaller(IHttpContextAccessor http) : IOutgoingActorFilter
{
    public Task InvokeAsync(OutgoingCallContext context, Func<Task> next)
    {
        // In handlers there is a caller, and the header is carried.
        if (context.Caller is null && http.HttpContext is { } request)
        {
            context.Headers[Tenant.Header.Name] = ApiKeys.TenantOf(request);
        }

        return next();
    }
}
