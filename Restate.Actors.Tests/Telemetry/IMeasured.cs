namespace Restate.Actors.Tests.Telemetry;

/// <summary>A handler of its own for measurements, which all tests of the process see.</summary>
[Actor("Engine.Measured")]
public interface IMeasured : IVirtualObject
{
    [Exclusive]
    Task<string> MeasuredAsync(string input);
}
