using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>How often the attempts of an invocation have failed.</summary>
internal sealed class RetryProgress
{
    /// <summary>Gets or sets the number of attempts that were started.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets the failed attempts since the last command was stored.</summary>
    public int Failures { get; set; }

    /// <summary>Gets or sets the waits that the retry policy has given since the invocation was last resumed; progress does not give them back.</summary>
    public int PolicyWaits { get; set; }

    public DateTimeOffset LastStored { get; set; }

    public AttemptError? LastError { get; set; }

    public void CommandStored(DateTimeOffset now)
    {
        Failures = 0;
        LastStored = now;
    }
}
