using System.Collections.Concurrent;

namespace Restate.Actors.Dashboard.Tests.Actors;

public sealed class CoinBox : ICoinBox
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<int>> _counts = new();

    public Task<int> Count(string till, CancellationToken cancellationToken) => Of(till).Task.WaitAsync(cancellationToken);

    /// <summary>Ends the count of a till.</summary>
    public void Finish(string till, int coins) => Of(till).TrySetResult(coins);

    private TaskCompletionSource<int> Of(string till) => _counts.GetOrAdd(till, _ => new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
}
