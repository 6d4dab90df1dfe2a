using System.Reflection;
using Restate.Actors;

namespace Docs;

[Actor("Billing")]
public interface IBilling : IVirtualObject
{
    Task<decimal> Charge(decimal amount);
}

// snippet: filter-tenant
public static class Carried
{
    public static readonly CarriedHeader<Guid> Tenant = new("x-tenant");
}

public sealed class Billing(IPaymentGateway gateway) : VirtualObject, IBilling
{
    public async Task<decimal> Charge(decimal amount)
    {
        var tenant = Carried.Tenant.Get(Request);                       // the same in every attempt
        await Run("charge", run => gateway.Charge($"{tenant}/{Key}", amount, run.InvocationId, run.AttemptAborted));
        await Actors.GetActor<IAudit>().Send(audit => audit.Record(tenant, $"{Key} paid {amount}"));   // carries x-tenant, too
        return amount;
    }
}
// end

// snippet: filter-authorization
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresRoleAttribute(string role) : Attribute
{
    public string Role => role;
}

[RequiresRole("clerk")]
public sealed class Till : VirtualObject, ITill
{
    public Task Open() => Task.CompletedTask;
}

public sealed class RoleFilter : IActorFilter
{
    public Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        var required = context.ActorType.GetCustomAttribute<RequiresRoleAttribute>()?.Role;
        var roles = context.Request.FindHeader("x-roles")?.Split(' ') ?? [];
        return required is null || roles.Contains(required)
            ? next()
            : throw new TerminalException($"{context.Service}/{context.Handler} is for the role '{required}'.", 403);
    }
}
// end

[Actor("Till")]
public interface ITill : IVirtualObject
{
    Task Open();
}

public interface IPolicies
{
    Task<bool> Allows(string user, string action, CancellationToken cancellationToken);
}

// snippet: filter-policy
public sealed class PolicyFilter(IPolicies policies) : IActorFilter
{
    public async Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        var user = context.Request.FindHeader("x-user") ?? throw new TerminalException("Who are you?", 401);
        var action = $"{context.Service}/{context.Handler}";
        if (!await context.Context.Run("policy", run => policies.Allows(user, action, run.AttemptAborted)))
        {
            throw new TerminalException($"{user} may not do {action}.", 403);
        }

        await next();
    }
}
// end

// snippet: filter-gateway
public sealed class CallerFilter(IHttpContextAccessor http) : IOutgoingActorFilter
{
    public Task InvokeAsync(OutgoingCallContext context, Func<Task> next)
    {
        // Outside handlers only; inside, the headers are carried.
        if (context.Caller is null && http.HttpContext?.User is { Identity.IsAuthenticated: true } user)
        {
            context.Headers["x-user"] = user.Identity.Name!;
            context.Headers["x-roles"] = string.Join(' ', user.FindAll("role").Select(claim => claim.Value));
        }

        return next();
    }
}
// end

// snippet: filter-run
public sealed class Throttle : IRunFilter, IDisposable
{
    private readonly SemaphoreSlim _slots = new(20);

    public async Task InvokeAsync(RunFilterContext context, Func<Task> next)
    {
        await _slots.WaitAsync(context.Run.AttemptAborted);
        try
        {
            await next();
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose() => _slots.Dispose();
}
// end

// snippet: filter-attempt
public sealed class SlowAttempts(ILogger<SlowAttempts> logger) : IAttemptFilter
{
    public async Task InvokeAsync(AttemptContext context, Func<Task> next)
    {
        var started = TimeProvider.System.GetTimestamp();
        await next();
        var elapsed = TimeProvider.System.GetElapsedTime(started);
        if (elapsed > TimeSpan.FromSeconds(5) && context.Outcome == AttemptOutcome.Completed)
        {
            logger.LogWarning("{Service}/{Handler} {Id} took {Elapsed}.", context.Service, context.Handler, context.InvocationId, elapsed);
        }
    }
}
// end

// snippet: filter-class
[ActorFilter<PolicyFilter>]
public sealed class Safe : VirtualObject, ISafe
{
    public Task<string> Unlock() => Task.FromResult("open");
}
// end

[Actor("Safe")]
public interface ISafe : IVirtualObject
{
    Task<string> Unlock();
}

public static class FilterSetup
{
    public static void Host(WebApplicationBuilder builder)
    {
        // snippet: filter-host
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .CarryHeader(Carried.Tenant)
            .CarryHeader("x-user")
            .CarryHeader("x-roles")
            .AddFilter<RoleFilter>()            // around handlers: the first is the outermost
            .AddRunFilter<Throttle>()           // around durable steps
            .AddAttemptFilter<SlowAttempts>();  // around attempts
        // end
    }

    public static void Gateway(WebApplicationBuilder builder)
    {
        // snippet: filter-gateway-host
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRestateClient();
        builder.Services.AddRestateOutgoingFilter<CallerFilter>();
        // end
    }

    public static async Task Call(IRestateClient client, Guid tenant)
    {
        // snippet: filter-caller
        var billing = client.GetActor<IBilling>("anna");
        await billing.Call(actor => actor.Charge(5), new() { Headers = new Dictionary<string, string>([Carried.Tenant.For(tenant)]) });
        // end
    }
}
