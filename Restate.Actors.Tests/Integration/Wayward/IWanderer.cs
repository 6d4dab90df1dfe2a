namespace Restate.Actors.Tests.Integration.Wayward;

/// <summary>Handlers that are not deterministic, each in its own way.</summary>
public interface IWanderer : IDurableService
{
    /// <summary>Sleeps in the second attempt where it executed a step in the first.</summary>
    Task OtherCommandAsync(string topic);

    Task OtherNameAsync(string topic);

    /// <summary>Returns in the second attempt before it did what it did in the first.</summary>
    Task ReturnEarlyAsync(string topic);

    /// <summary>Waits in the second attempt for something that the first one never waited for.</summary>
    Task WaitForAnotherAsync(string topic);

    Task<string> FetchAsync(string uri);

    Task<string> FetchAndGoOnAsync(string uri);

    Task<string> CallFromAnotherThreadAsync();
}
