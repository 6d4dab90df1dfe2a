namespace Restate.Actors;

/// <summary>Settings of the engine that runs actors.</summary>
public sealed class RestateActorsOptions
{
    /// <summary>Gets or sets the wire names of the services that this process serves, of all that were added.</summary>
    /// <value>The default is empty: all of them. Others are neither part of discovery nor can they be invoked; a name that was not added is an error at start.</value>
    public IReadOnlyList<string> Services { get; set; } = [];

    /// <summary>Gets or sets what happens when a handler leaves its turn scheduler, as by awaiting an HTTP call outside <c>Run(...)</c>.</summary>
    /// <value>The default is <see langword="null"/>: the attempt fails in the Development environment and a warning is logged elsewhere.</value>
    public EscapeHandling? EscapeHandling { get; set; }

    /// <summary>Gets or sets what becomes of an invocation whose handler does not fit its journal (RSTA0570).</summary>
    /// <value>The default is <see cref="JournalMismatchHandling.Retry"/>. The others need version 7 of the service protocol; with older servers the invocation is retried.</value>
    public JournalMismatchHandling JournalMismatch { get; set; }

    /// <summary>Gets or sets the largest message that is read, in bytes.</summary>
    /// <value>The default is 64 MiB; the server sends at most 32 MiB by default.</value>
    public int MaxMessageBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Gets or sets how many bytes of journal one attempt may receive: its input, its state and what a replay needs.</summary>
    /// <value>The default is 512 MiB; not below <see cref="MaxMessageBytes"/>. An attempt holds its journal in memory.</value>
    /// <remarks>An attempt with a longer journal fails with a message that names this option, and is retried by the invocation's policy: raise the option, or cancel the invocation.</remarks>
    public long MaxJournalBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Gets or sets how many attempts run or wait on open streams at the same time.</summary>
    /// <value>The default is 100,000. One that waits takes some kilobytes besides its journal.</value>
    /// <remarks>An attempt beyond it is refused with status 503 before any code of the actor runs; the server tries again later.</remarks>
    public int MaxConcurrentAttempts { get; set; } = 100_000;

    /// <summary>Gets or sets how long a new attempt of an exclusive handler waits for an older one of the same key that it asked to stop.</summary>
    /// <value>The default is 5 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits without limit. The server has fenced the older one already; this keeps their code apart.</value>
    public TimeSpan ExclusiveGracePeriod { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long an activation is kept after its last use.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan ActivationIdleTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long an attempt waits for the server to end its side of the stream after the result was sent.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan StreamEndTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets after which length of one turn a warning is logged: a handler that computes or blocks for long holds a thread.</summary>
    /// <value>The default is 1 second. <see cref="Timeout.InfiniteTimeSpan"/> switches it off.</value>
    public TimeSpan LongTurnThreshold { get; set; } = TimeSpan.FromSeconds(1);
}
