namespace Restate.Actors.Tests.Integration.Filters;

/// <summary>Lets only known tenants in; asks a directory that may change, so inside a durable step.</summary>
public sealed class TenantPolicy(TenantDirectory directory) : IActorFilter
{
    public async Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        if (context.Handler != "Last")
        {
            var tenant = TenantDesk.Tenant.TryGet(context.Request, out var known) ? known : throw new TerminalException("who are you?", 401);
            if (!await context.Context.Run("check tenant", _ => Task.FromResult(directory.Knows(tenant))))
            {
                throw new TerminalException("not for you", 403);
            }
        }

        await next();
    }
}
