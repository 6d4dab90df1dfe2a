namespace Restate.Actors.Testing;

/// <summary>How an <see cref="ActorTestHost"/> behaves.</summary>
public sealed class ActorTestOptions
{
    /// <summary>Gets or sets whether time jumps to the next timer when everything is idle and the test waits for the answer of a call or of an attach.</summary>
    /// <value>The default is <see langword="true"/>. If <see langword="false"/>, time moves by <see cref="ActorTestHost.AdvanceAsync"/> only.</value>
    /// <remarks>
    /// A call that the test has started and not yet awaited counts as waiting. To do something while an invocation waits, start it with <c>Send</c> and
    /// attach to it afterwards, or switch this off.
    /// </remarks>
    public bool AutoAdvance { get; set; } = true;

    /// <summary>Gets or sets the virtual time at which the host starts.</summary>
    /// <value>The default is the beginning of the year 2025, UTC.</value>
    public DateTimeOffset StartTime { get; set; } = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets or sets whether every wait of a handler ends its attempt, so that the next attempt replays the journal up to there.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    /// <remarks>
    /// Finds handlers that are not deterministic: a replay that does not fit the journal fails the test with both sides, and with the line of the
    /// handler where the symbols are there. Everything else stays the same; a handler with n waits runs n + 1 times.
    /// </remarks>
    public bool ReplayAlways { get; set; }

    /// <summary>Gets or sets the seed by which the host chooses the order of everything that may happen in any order, and the faults.</summary>
    /// <value>The default is <see langword="null"/>: first come, first served, and no faults.</value>
    /// <remarks>The same seed makes the same choices if the test runs inside <see cref="ActorTestHost.RunAsync"/>. See <see cref="ActorTestHost.ExploreAsync"/>.</remarks>
    public int? Seed { get; set; }

    /// <summary>Gets or sets the faults that may happen when there is a <see cref="Seed"/>.</summary>
    /// <value>The default is <see cref="TestFaults.All"/>.</value>
    public TestFaults Faults { get; set; } = TestFaults.All;

    /// <summary>Gets or sets for how long, in real time, nothing may happen while the test waits for an answer. Then the wait fails and tells what everybody waits for.</summary>
    /// <value>The default is 30 seconds. <see cref="Timeout.InfiniteTimeSpan"/> waits without limit, as for a debugger.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);
}
