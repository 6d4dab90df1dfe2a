using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Lighthouse(Probe probe) : VirtualObject, ILighthouse
{
    public async Task<string> WatchAsync(int seconds)
    {
        probe.Note($"{Key}/watching");
        await Sleep(TimeSpan.FromSeconds(seconds));
        return "all quiet";
    }
}
