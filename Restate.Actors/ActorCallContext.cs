namespace Restate.Actors;

/// <summary>One call of a handler, as an <see cref="IActorFilter"/> sees it.</summary>
public abstract class ActorCallContext
{
    private protected ActorCallContext(IActorContext context)
    {
        Context = context;
    }

    /// <summary>Gets the durable operations of the invocation.</summary>
    public IActorContext Context { get; }

    /// <summary>Gets the request with its headers, which are journaled: every attempt sees the same.</summary>
    public ActorRequest Request => Context.Request;

    /// <summary>Gets the wire name of the service.</summary>
    public string Service => Request.Service;

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler => Request.Handler;

    /// <summary>Gets the text of the key; empty in a basic service.</summary>
    public string Key => Context.Key;

    /// <summary>Gets the contract interface.</summary>
    public abstract Type ContractType { get; }

    /// <summary>Gets the actor's class.</summary>
    public abstract Type ActorType { get; }

    /// <summary>Gets the name of the C# method.</summary>
    public abstract string MethodName { get; }

    /// <summary>Gets the argument of a handler with one parameter.</summary>
    /// <value><see langword="null"/> if the handler has no parameter or several; for those see <see cref="TryGetArgument{T}"/>.</value>
    public abstract object? Argument { get; }

    /// <summary>Gets or sets the handler's result. It is there once <c>next</c> has completed; a filter may replace it, or set it in place of calling <c>next</c>.</summary>
    /// <value><see langword="null"/> before that, and if the handler has no result.</value>
    /// <exception cref="ArgumentException">The value is not of the handler's result type.</exception>
    /// <exception cref="InvalidOperationException">A result is set, but the handler has none.</exception>
    public abstract object? Result { get; set; }

    /// <summary>Finds an argument of a handler with several parameters.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The argument, read from the input anew.</param>
    /// <returns><see langword="false"/> if the handler has not several parameters, or the request does not hold this one.</returns>
    /// <exception cref="System.Text.Json.JsonException">The argument is not of the type.</exception>
    public abstract bool TryGetArgument<T>(string name, out T? value);
}
