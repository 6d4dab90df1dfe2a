namespace Tenants;

/// <summary>Where the accounts of the tenants are kept. Outside, and it changes.</summary>
public interface ITenantDirectory
{
    Task<bool> IsInOrderAsync(string tenant);
}
