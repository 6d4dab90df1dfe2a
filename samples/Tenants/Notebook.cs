using Restate.Actors;

namespace Tenants;

public sealed class Notebook : VirtualObject, INotebook
{
    private IActorState<List<string>> Notes => State<List<string>>("notes");

    public async Task<int> Write(string text)
    {
        List<string> notes = [.. await Read(), text];
        Notes.Set(notes);

        // The tenant goes with it, without a word about it here.
        var usage = Actors.GetActor<IUsage>(Tenant.KeyOf(Tenant.Header.Get(Request), "usage"));
        await usage.Send(to => to.Charge(1));
        return notes.Count;
    }

    public async Task<IReadOnlyList<string>> Read() => await Notes.GetAsync([]);
}
