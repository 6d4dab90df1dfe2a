using Restate.Actors;

namespace Tenants;

public static class TenantSetup
{
    /// <summary>Everything about tenants that the host of the actors must know. The actors themselves know next to nothing of it.</summary>
    public static RestateActorsBuilder AddTenants(this RestateActorsBuilder actors) => actors
        .CarryHeader(Tenant.Header)             // to calls and sends of handlers
        .AddFilter<TenantFilter>()              // around handlers: who may
        .AddAttemptFilter<TenantAttempts>();    // around attempts: who costs how much
}
