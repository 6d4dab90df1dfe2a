namespace Restate.Actors.Testing;

/// <summary>The test cannot go on, or has shown a defect of an actor: a journal mismatch, a paused invocation, a wait that nothing can end.</summary>
/// <remarks>The message says which invocation it is about, shows its journal, and tells what to do.</remarks>
public sealed class ActorTestException : Exception
{
    internal ActorTestException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal ActorTestException Again() => new(Message, InnerException);
}
