using Restate.Actors.Tests.Attempts.Actors;

namespace Restate.Actors.Tests.Telemetry;

public sealed class Measured(Script script) : VirtualObject, IMeasured
{
    public Task<string> MeasuredAsync(string input) => script.Handler(Context, input);
}
