using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Contracts;

/// <summary>An actor class that serves the contract <typeparamref name="TActor"/>.</summary>
internal sealed class ActorRegistration<TActor>(
    ActorContract<TActor> contract, Type implementationType, Func<IServiceProvider, TActor> create, DeclaredOptions? declared)
    : ActorRegistration(contract, implementationType, declared)
    where TActor : class, IActor
{
    public Func<IServiceProvider, TActor> Create { get; } = create;
}
