namespace Restate.Actors.Internal.Turns;

/// <summary>The synchronization context of a single turn; it only leads to its scheduler.</summary>
/// <remarks>
/// An <c>await</c> is continued in place instead of posted if the context it captured is the current one, and then
/// <see cref="TaskScheduler.Current"/> is the thread pool's for the rest of that continuation. As every turn has a context of its own, that never
/// happens across turns: each continuation is a turn, and <c>ContinueWith</c> or <c>StartNew</c> in it stay on the pump.
/// </remarks>
internal sealed class TurnSynchronizationContext(TurnScheduler scheduler) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => scheduler.Post(d, state);

    public override void Send(SendOrPostCallback d, object? state) => scheduler.Send(d, state);

    public override SynchronizationContext CreateCopy() => this;
}
