using Restate.Actors;

namespace Tenants;

public sealed class Usage : VirtualObject, IUsage
{
    private IActorState<int> Used => State<int>("used");

    public async Task Charge(int notes) => Used.Set(await Total() + notes);

    public async Task<int> Total() => await Used.GetAsync(0);
}
