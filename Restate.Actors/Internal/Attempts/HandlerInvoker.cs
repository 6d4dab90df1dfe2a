using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Runs one handler of one actor class.</summary>
internal abstract class HandlerInvoker(ActorRegistration registration, HandlerContract handler)
{
    public ActorRegistration Registration { get; } = registration;

    public HandlerContract Handler { get; } = handler;

    public ActorContract Contract => Registration.Contract;

    /// <summary>Gets whether the handler holds its key.</summary>
    public bool IsExclusive => Handler.Kind is HandlerKind.Exclusive or HandlerKind.WorkflowRun;

    /// <summary>Runs the handler's first turn. Called on the pump; never throws.</summary>
    public abstract void Start(Invocation invocation, IServiceProvider services, ReadOnlyMemory<byte> input);
}
