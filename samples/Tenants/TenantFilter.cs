using Restate.Actors;

namespace Tenants;

/// <summary>Lets a tenant reach its own objects only, and only while its account is in order.</summary>
public sealed class TenantFilter(ITenantDirectory directory) : IActorFilter
{
    public async Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        if (!Tenant.Header.TryGet(context.Request, out var tenant))
        {
            throw new TerminalException("The request names no tenant.", 401);
        }

        if (context.Key.Split('/')[0] != tenant)
        {
            throw new TerminalException($"{context.Service} '{context.Key}' does not belong to {tenant}.", 403);
        }

        // The directory changes, so its answer is journaled: a replay goes the same way.
        if (!await context.Context.Run("tenant", _ => directory.IsInOrderAsync(tenant)))
        {
            throw new TerminalException($"The account of {tenant} is closed.", 403);
        }

        await next();
    }
}
