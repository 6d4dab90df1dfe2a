using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Picky(Probe probe) : VirtualObject, IPicky
{
    private string? _loaded;

    public override async ValueTask OnActivateAsync(CancellationToken cancellationToken)
    {
        await Sleep(TimeSpan.FromMilliseconds(1));
        if (Key.StartsWith("refuse", StringComparison.Ordinal))
        {
            throw new TerminalException($"{Key} is refused", 403);
        }

        probe.FailOnce($"{Key}/activation");
        _loaded = await Run("load", _ => "loaded");
    }

    public Task<string> GreetAsync() => Task.FromResult($"{Key} {_loaded}");
}
