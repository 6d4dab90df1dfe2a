namespace Restate.Actors.Tests.Integration.Filters;

/// <summary>Tells which tenant it works for, and asks others to do so.</summary>
public interface ITenantDesk : IVirtualObject
{
    /// <summary>Gets the tenants that this desk and those behind it see.</summary>
    [Exclusive]
    Task<IReadOnlyList<string>> TenantsAsync(int depth);

    [Shared]
    Task<string> LastAsync();
}
