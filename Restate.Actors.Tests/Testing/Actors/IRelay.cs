namespace Restate.Actors.Tests.Testing.Actors;

[Actor("Testing.Relay")]
public interface IRelay : IVirtualObject
{
    /// <summary>Answers, and stays inside the gate of its key until the test lets it leave.</summary>
    Task LeaveSlowlyAsync();

    /// <summary>Stops within its first turn, and within the one that follows a result which came meanwhile.</summary>
    Task<string> TakeOverAsync();

    Task<int> PingAsync();
}
