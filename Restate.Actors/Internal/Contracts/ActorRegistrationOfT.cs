using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Reminders;

namespace Restate.Actors.Internal.Contracts;

/// <summary>An actor class that serves the contract <typeparamref name="TActor"/>.</summary>
internal sealed class ActorRegistration<TActor> : ActorRegistration
    where TActor : class, IActor
{
    public ActorRegistration(
        ActorContract<TActor> contract, Type implementationType, Func<IServiceProvider, TActor> create, DeclaredOptions? declared)
        : base(contract, implementationType, declared)
    {
        Create = create;
        Handlers = IsRemindable ? [.. contract.Handlers, ReminderHandler.Create<TActor>()] : contract.Handlers;
    }

    public Func<IServiceProvider, TActor> Create { get; }

    internal override IReadOnlyList<HandlerContract> Handlers { get; }
}
