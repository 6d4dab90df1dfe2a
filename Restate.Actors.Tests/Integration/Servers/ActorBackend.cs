using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>Where the actors of these tests run: a real server, or memory. All that a test may ask of either.</summary>
public abstract class ActorBackend
{
    public abstract IRestateClient Client { get; }

    public abstract Probe Probe { get; }

    public abstract LogCollector Logs { get; }

    public abstract int MaxProtocolVersion { get; }

    /// <summary>Gets whether every await suspends.</summary>
    public abstract bool Suspends { get; }

    /// <summary>Makes ready for a test.</summary>
    public virtual Task BeginTestAsync() => Task.CompletedTask;

    /// <summary>Cleans up after a test.</summary>
    public virtual Task EndTestAsync() => Task.CompletedTask;

    /// <summary>Lets a moment pass. Where time stands still while nobody waits for an answer, it has to be moved.</summary>
    public virtual Task PassTimeAsync() => Task.CompletedTask;

    /// <summary>Gets the status of an invocation in the words of the server, such as <c>backing-off</c>, or <see langword="null"/> if it does not know it.</summary>
    public abstract Task<string?> StatusAsync(string invocationId);

    /// <summary>Gets why the last attempt of an invocation failed.</summary>
    public abstract Task<string?> LastFailureAsync(string invocationId);

    public abstract Task KillAsync(string invocationId);
}
