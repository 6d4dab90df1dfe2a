namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>A helper of an actor.</summary>
public sealed class Stopwatch(TimeProvider time)
{
    public long Milliseconds => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task WaitAsync() => Task.Delay(TimeSpan.FromSeconds(5), time);
}
