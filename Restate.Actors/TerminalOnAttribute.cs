namespace Restate.Actors;

/// <summary>Makes an exception type terminal: thrown by a handler or by a step of it, it ends the invocation or the step instead of being retried.</summary>
/// <param name="exception">The type; types derived from it are meant, too. The most derived type that is named anywhere wins; at one type the method goes before the class, the class before the host.</param>
/// <param name="code">The code that the caller gets, from 400 to 599.</param>
/// <remarks>On an actor class it is for all handlers, on a method for that one. For all actors of a host see <see cref="RestateActorsBuilder.TreatAsTerminal{TException}"/>.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class TerminalOnAttribute(Type exception, int code) : Attribute
{
    /// <summary>Gets the type of the exception.</summary>
    public Type Exception { get; } = exception;

    /// <summary>Gets the code.</summary>
    public int Code { get; } = code;
}
