namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>An answer that pages share for a moment, so that ten open pages ask the server no more than one.</summary>
internal sealed class SharedAnswer<T>(TimeProvider clock, TimeSpan lifetime, Func<Task<T>> ask)
{
    private readonly Lock _lock = new();
    private Task<T>? _answer;
    private long _asked;

    /// <summary>Gets an answer that is no older than the lifetime, or the one that is being asked for.</summary>
    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_answer is null || (_answer.IsCompleted && (!_answer.IsCompletedSuccessfully || clock.GetElapsedTime(_asked) >= lifetime)))
            {
                _asked = clock.GetTimestamp();
                _answer = ask();
            }

            return _answer.WaitAsync(cancellationToken);
        }
    }
}
