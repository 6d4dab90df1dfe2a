namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Durable steps.</summary>
public interface IWorker : IDurableService
{
    /// <summary>Executes a step twice in a row and fails once in between, so that the first is replayed.</summary>
    Task<IReadOnlyList<int>> OnceAsync(string topic);

    Task NothingAsync(string topic);

    Task<string> FailAsync();

    Task<string> FailAndCatchAsync();

    /// <summary>A step whose first executions fail.</summary>
    Task<int> SucceedAtAsync(string topic, int execution, int? maxAttempts);

    Task<int> GiveUpAsync(string topic);

    Task<IReadOnlyList<int>> ParallelAsync(int count);

    /// <summary>Runs steps side by side; one of them fails once.</summary>
    Task<IReadOnlyList<int>> ParallelWithRetryAsync(string topic);

    Task<int> UseStateInsideAsync();

    Task<byte[]> LargeAsync(int size);

    Task UnserializableAsync();
}
