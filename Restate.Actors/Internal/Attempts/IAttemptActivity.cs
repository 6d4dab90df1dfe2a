namespace Restate.Actors.Internal.Attempts;

/// <summary>Is told when the loop of an attempt runs and when it is parked until something wakes it. From any thread.</summary>
/// <remarks>A wake-up may be told before the parking that it ends, so these are counted.</remarks>
internal interface IAttemptActivity
{
    /// <summary>The loop goes on. Told by who wakes it, before it does.</summary>
    void Begin();

    /// <summary>The loop is parked. Told by its thread, which must do nothing else for it any more.</summary>
    void End();
}
