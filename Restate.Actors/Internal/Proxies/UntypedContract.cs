using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Stands for the contract of a service that is known by its name only.</summary>
internal sealed class UntypedContract(string service, ActorKind kind)
    : ActorContract(service, kind, kind == ActorKind.Service ? null : KeyFormats.TextKeys, [])
{
    public override Type InterfaceType => typeof(IActor);

    internal override object CreateProxyFor(ActorTarget target) => throw new NotSupportedException($"{Name} has no contract, hence no proxy.");
}
