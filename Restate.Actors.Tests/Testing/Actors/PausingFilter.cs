namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>Takes an hour before an attempt and another one after it.</summary>
public sealed class PausingFilter(TimeProvider clock) : IAttemptFilter
{
    public async Task InvokeAsync(AttemptContext context, Func<Task> next)
    {
        await Task.Delay(TimeSpan.FromHours(1), clock);
        await next();
        await Task.Delay(TimeSpan.FromHours(1), clock);
    }
}
