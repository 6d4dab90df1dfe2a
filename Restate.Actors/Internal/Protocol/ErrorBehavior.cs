namespace Restate.Actors.Internal.Protocol;

/// <summary>What the server does after an attempt error. All but <see cref="Retry"/> needs protocol V7.</summary>
internal enum ErrorBehavior
{
    /// <summary>Follow the retry policy.</summary>
    Retry = 0,

    /// <summary>Pause the invocation until an operator resumes it.</summary>
    Pause = 1,

    /// <summary>End the invocation with the error as its terminal failure.</summary>
    Fail = 2,
}
