namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>What listens at an address.</summary>
internal enum AddressState
{
    Free,

    /// <summary>Something accepts connections and does not answer as a healthy Restate server does; perhaps it is still starting.</summary>
    Unknown,

    Restate,
}
