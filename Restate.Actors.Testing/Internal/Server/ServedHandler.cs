using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>A handler that the server can call, with all that it knows of it.</summary>
/// <param name="Engine">Runs its attempts.</param>
/// <param name="Invoker">The handler in the engine.</param>
/// <param name="Options">How the server treats it.</param>
internal sealed record ServedHandler(ActorEngine Engine, HandlerInvoker Invoker, HandlerPolicy Options)
{
    public HandlerContract Contract => Invoker.Handler;

    public bool HasKey => Invoker.Contract.Key is not null;

    public bool HasState => HasKey;

    public bool IsWorkflow => Invoker.Contract.Kind == ActorKind.Workflow;

    public bool IsWorkflowRun => Contract.Kind == HandlerKind.WorkflowRun;

    /// <summary>Gets whether it holds the lock of its key. A workflow's run does not need to: it runs once.</summary>
    public bool IsExclusive => Contract.Kind == HandlerKind.Exclusive;
}
