namespace Restate.Actors.Chaos.Endpoint.Actors;

/// <summary>Makes the workload wrong on purpose, to see that the checks notice.</summary>
/// <param name="isOn">Whether it does anything at all.</param>
public sealed class Sabotage(bool isOn)
{
    /// <summary>Tells whether the deposit of an operation is forgotten: one in 64.</summary>
    public bool Forgets(string operation) => isOn && operation.Sum(static letter => letter * 31) % 64 == 0;
}
