using System.ComponentModel;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.CompilerServices;

/// <summary>The description of one handler with the means to run it. For generated code.</summary>
/// <typeparam name="TActor">The contract interface.</typeparam>
/// <typeparam name="TArguments">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerContract<TActor, TArguments, TResult> : HandlerContract<TArguments, TResult>
    where TActor : class, IActor
{
    /// <summary>Creates the description.</summary>
    /// <param name="name">The wire name.</param>
    /// <param name="methodName">The name of the C# method.</param>
    /// <param name="kind">How the handler relates to its key.</param>
    /// <param name="arguments">The format of the input.</param>
    /// <param name="result">The format of the output.</param>
    /// <param name="invoke">Calls the method.</param>
    /// <param name="aliases">Former wire names.</param>
    public HandlerContract(
        string name,
        string methodName,
        HandlerKind kind,
        PayloadFormat<TArguments> arguments,
        PayloadFormat<TResult> result,
        Func<TActor, TArguments, CancellationToken, ValueTask<TResult>> invoke,
        IReadOnlyList<string>? aliases = null)
        : base(name, methodName, kind, arguments, result, aliases)
    {
        Invoke = invoke;
    }

    /// <summary>Gets the call of the method.</summary>
    public Func<TActor, TArguments, CancellationToken, ValueTask<TResult>> Invoke { get; }

    internal override HandlerInvoker CreateInvoker(ActorRegistration registration)
    {
        return new HandlerInvoker<TActor, TArguments, TResult>((ActorRegistration<TActor>)registration, this);
    }
}
