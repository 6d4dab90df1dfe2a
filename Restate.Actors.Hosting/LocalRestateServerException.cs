namespace Restate.Actors.Hosting;

/// <summary>The Restate server for development could not be found, installed or started. The message says how to go on.</summary>
public sealed class LocalRestateServerException : Exception
{
    internal LocalRestateServerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
