namespace Restate.Actors;

/// <summary>Thrown by an <see cref="IPayloadTransform"/> that cannot do its work now but may be able to later. The attempt fails and is tried again.</summary>
public sealed class PayloadUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing; shown by the server.</param>
    /// <param name="innerException">The cause.</param>
    public PayloadUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
