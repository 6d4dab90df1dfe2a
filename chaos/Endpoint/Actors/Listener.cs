using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Listener : VirtualObject, IListener
{
    public async Task<string> Listen(int words)
    {
        var heard = new List<string>();
        while (heard.Count < words)
        {
            heard.Add(await Signal(IListener.Word));
        }

        return string.Join(' ', heard);
    }
}
