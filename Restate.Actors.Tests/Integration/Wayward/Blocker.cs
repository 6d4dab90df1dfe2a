using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Wayward;

public sealed class Blocker(Probe probe) : VirtualObject, IBlocker
{
    public async Task<int> BlockAsync()
    {
        probe.Note($"{Key}/entered");
        var count = await State<int>("count").GetAsync(0);
        if (probe.Notes($"{Key}/entered").Count == 1)
        {
#pragma warning disable VSTHRD002, RSTA2005 // A handler that blocks is what the test is about.
            probe.PassAsync($"{Key}/gate").GetAwaiter().GetResult();
#pragma warning restore VSTHRD002, RSTA2005
        }

        probe.Note($"{Key}/left");
        State<int>("count").Set(count + 1);
        await Sleep(TimeSpan.FromMilliseconds(1));
        probe.Note($"{Key}/after");
        return count + 1;
    }
}
