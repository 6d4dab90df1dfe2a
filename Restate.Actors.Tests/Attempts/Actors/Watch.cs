namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>An actor that knows the time by injection alone.</summary>
public sealed class Watch(TimeProvider time, Stopwatch stopwatch, IActorContext context) : IWatch
{
    public async Task<string> LookAsync(string input)
    {
        var first = time.GetUtcNow().ToUnixTimeMilliseconds();
        await stopwatch.WaitAsync();
        return $"{first} {stopwatch.Milliseconds} {context.InvocationId}";
    }

    public async Task<bool> LookInStepAsync(string input)
    {
        return await context.Run("look", _ => Task.FromResult(time.GetUtcNow() > DateTimeOffset.UnixEpoch && time.TimestampFrequency == TimeProvider.System.TimestampFrequency));
    }
}
