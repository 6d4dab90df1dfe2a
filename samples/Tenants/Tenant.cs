using Restate.Actors;

namespace Tenants;

/// <summary>The tenant for whom something is done: a header that travels from each request to all that it leads to.</summary>
public static class Tenant
{
    public static readonly CarriedHeader<string> Header = new("x-tenant");

    /// <summary>The key of an object that belongs to a tenant.</summary>
    public static string KeyOf(string tenant, string name) => $"{tenant}/{name}";
}
