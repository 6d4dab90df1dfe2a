namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Sends a request until it is answered. For requests which may be sent again: those with an idempotency key, and reads.</summary>
internal sealed class PersistentClient(IRestateClient actors, CancellationToken giveUp)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private int _repetitions;

    /// <summary>Gets how often a request was sent again, beyond what the client did by itself.</summary>
    public int Repetitions => _repetitions;

    public Task<T> AskAsync<T>(Func<IRestateClient, Task<T>> ask) => RepeatAsync(() => ask(actors));

    public Task TellAsync(Func<IRestateClient, Task> tell) => RepeatAsync(async () =>
    {
        await tell(actors);
        return 0;
    });

    /// <summary>Waits before it asks again.</summary>
    public Task PauseAsync(TimeSpan time) => Task.Delay(time, giveUp);

    private async Task<T> RepeatAsync<T>(Func<Task<T>> request)
    {
        while (true)
        {
            try
            {
                return await request().WaitAsync(giveUp);
            }
            catch (Exception error) when (error is RestateUnavailableException or TimeoutException)
            {
                Interlocked.Increment(ref _repetitions);
                await Task.Delay(Pause, giveUp);
            }
        }
    }
}
