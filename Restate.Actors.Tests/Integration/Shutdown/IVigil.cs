namespace Restate.Actors.Tests.Integration.Shutdown;

/// <summary>Handlers that are somewhere when their host stops.</summary>
public interface IVigil : IDurableService
{
    /// <summary>Waits for an awakeable, whose id it notes.</summary>
    Task<string> WaitAsync(string topic);

    /// <summary>Is in a step that ends when the test says so.</summary>
    Task<string> StepAsync(string topic);

    /// <summary>Is in a step that ends on the second host only.</summary>
    Task<string> EndlessAsync(string topic);

    /// <summary>Is done at once.</summary>
    Task<string> QuickAsync(string topic);
}
