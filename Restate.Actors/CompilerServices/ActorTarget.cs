using System.ComponentModel;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors.CompilerServices;

/// <summary>What a proxy stands for: a contract, a key and the way calls travel. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActorTarget
{
    internal ActorTarget(ActorContract contract, string key, CallTransport transport)
    {
        Contract = contract;
        Key = key;
        Transport = transport;
    }

    /// <summary>Gets the contract.</summary>
    public ActorContract Contract { get; }

    /// <summary>Gets the text of the key; empty for a basic service.</summary>
    public string Key { get; }

    internal CallTransport Transport { get; }
}
