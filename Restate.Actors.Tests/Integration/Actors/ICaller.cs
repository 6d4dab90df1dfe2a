namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Calls others in all ways.</summary>
public interface ICaller : IDurableService
{
    Task<IReadOnlyList<string>> CallInTurnAsync(string key);

    Task<IReadOnlyList<string>> CallAtOnceAsync(string key, int count);

    Task<string> CallTheFasterAsync(string key);

    /// <summary>Takes results as they come, fails once, and takes them again.</summary>
    Task<IReadOnlyList<string>> CallAsCompletedAsync(string key);

    Task<string> CatchAsync(string key, string message, int code);

    Task<IReadOnlyList<string?>> CallWithHeaderAsync(string key, string name, string value);

    Task<IReadOnlyList<int>> CallTwiceWithOneIdempotencyKeyAsync(string key, string idempotencyKey);

    Task<IReadOnlyList<int>> SendTwiceWithOneIdempotencyKeyAsync(string key, string idempotencyKey);

    Task SendManyAsync(string key, int count);

    Task<long> SendLaterAsync(string key, int milliseconds);

    Task<IReadOnlyList<string>> FollowAsync(string key);

    Task<string> SendAndCancelAsync(string key, string topic);

    Task<string> CancelCallByTokenAsync(string key, string topic);

    Task<string> AttachToNobodyAsync(string invocationId);

    Task<string> PeekAtNobodyAsync(string invocationId);

    Task<string> RunTwiceAsync(string workflowId, bool byName);

    Task<int> CountOnceMoreAsync(Guid key, int times);
}
