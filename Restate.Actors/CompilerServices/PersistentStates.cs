using System.ComponentModel;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors.CompilerServices;

/// <summary>Creates the arguments of constructors that take <see cref="IPersistentState{T}"/>. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PersistentStates
{
    /// <summary>Creates a state value of the invocation whose actor is created now.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="create">Makes the value when none is stored.</param>
    /// <returns>The state value; it is read before the handler begins.</returns>
    /// <exception cref="InvalidOperationException">No actor is created on this thread.</exception>
    public static IPersistentState<T> Create<T>(string name, Func<T> create)
    {
        var context = InvocationContext.CurrentOrNull ?? throw new InvalidOperationException(
            $"The state '{name}' was asked for outside an invocation. In a unit test hand the constructor an IPersistentState<{typeof(T).Name}> of your own.");
        return PersistentState<T>.Create(() => context, name, create);
    }
}
