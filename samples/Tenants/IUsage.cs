using Restate.Actors;

namespace Tenants;

/// <summary>What a tenant has used; its key is <c>tenant/usage</c>.</summary>
[Actor("Usage")]
public interface IUsage : IVirtualObject
{
    [Exclusive]
    Task Charge(int notes);

    [Shared]
    Task<int> Total();
}
