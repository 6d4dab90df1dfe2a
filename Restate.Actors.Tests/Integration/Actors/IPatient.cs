namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Handlers that are cancelled at different places.</summary>
public interface IPatient : IDurableService
{
    Task WaitAsync(string topic, CancellationToken cancellationToken = default);

    Task WorkAsync(string topic);

    Task CallAsync(string topic);

    Task<string> CompensateAsync(string topic);

    Task<string> EndureTwiceAsync(string topic);

    Task<IReadOnlyList<string>> WaitForManyAsync(string topic);

    /// <summary>Waits for an awakeable or a time limit that listens to the token.</summary>
    Task<string> WaitForFirstAsync(string topic, CancellationToken cancellationToken = default);

    /// <summary>Catches the cancellation with a filter that asks the token.</summary>
    Task<string> FilterAsync(string topic, CancellationToken cancellationToken = default);

    Task ThrowInCallbackAsync(string topic, CancellationToken cancellationToken = default);

    /// <summary>A timer fires between the cancellation and the id of a child; it is awaited after that.</summary>
    Task<string> KeepTimerAsync(string topic);
}
