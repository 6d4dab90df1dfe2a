using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The base of generated proxies. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorProxy
{
    /// <summary>Creates the proxy.</summary>
    /// <param name="target">What the proxy stands for.</param>
    protected ActorProxy(ActorTarget target)
    {
        Target = target;
    }

    internal ActorTarget Target { get; }

    /// <summary>Calls a handler.</summary>
    /// <typeparam name="TArguments">The type of the input.</typeparam>
    /// <typeparam name="TResult">The type of the output.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="arguments">The input.</param>
    /// <param name="cancellationToken">Inside a handler it cancels the callee; outside it only stops waiting.</param>
    /// <returns>The task of the call.</returns>
    protected Task<TResult> CallAsync<TArguments, TResult>(
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CancellationToken cancellationToken)
    {
        return Target.Transport.CallAsync(Target, handler, arguments, options: null, cancellationToken);
    }
}
