namespace Restate.Actors.Hosting;

/// <summary>The deployment could not be registered. The message says what was refused, by whom, and how to fix it.</summary>
public sealed class RestateRegistrationException : Exception
{
    internal RestateRegistrationException(string message, string? code = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
    }

    /// <summary>Gets the server's code of the refusal, for example <c>META0006</c>, or <see langword="null"/> if it gave none.</summary>
    public string? Code { get; }
}
