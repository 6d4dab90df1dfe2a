namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>What was found at the two addresses of a server.</summary>
internal readonly record struct ServerHealth(AddressState Ingress, AddressState Admin, string? Version)
{
    public bool IsHealthy => Ingress == AddressState.Restate && Admin == AddressState.Restate;

    public bool IsAbsent => Ingress == AddressState.Free && Admin == AddressState.Free;
}
