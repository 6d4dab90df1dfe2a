namespace Restate.Actors.Internal.Turns;

/// <summary>Is told what user code does outside the rules of its <see cref="TurnScheduler"/>.</summary>
internal interface ITurnObserver
{
    /// <summary>Something outside the pump completed a task that user code awaits; the continuation waits for <see cref="TurnScheduler.Drain"/>.</summary>
    /// <remarks>Called on the foreign thread, after the post was stored, possibly while the pump runs. Must not block and must not throw.</remarks>
    void OnForeignPost();

    /// <summary>A turn ended with an exception that no task carries: an <c>async void</c> method or a posted callback.</summary>
    /// <remarks>Called on the pump. The remaining turns go on unless the scheduler is closed.</remarks>
    void OnTurnException(Exception exception);
}
