namespace Tenants;

/// <summary>A directory in which initech has not paid.</summary>
public sealed class SimulatedDirectory : ITenantDirectory
{
    public Task<bool> IsInOrderAsync(string tenant) => Task.FromResult(tenant is "acme" or "globex");
}
