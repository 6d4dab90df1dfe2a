namespace Conformance.Services;

[Actor("ListObject")]
public interface IListObject : IVirtualObject
{
    [Exclusive, Handler("append")]
    Task Append(string value);

    [Exclusive, Handler("get")]
    Task<List<string>> Get();

    [Exclusive, Handler("clear")]
    Task<List<string>> Clear();
}

public sealed class ListObject : VirtualObject, IListObject
{
    private IActorState<List<string>> Items => State<List<string>>("list");

    public async Task Append(string value)
    {
        var items = await Items.GetAsync([]);
        items.Add(value);
        Items.Set(items);
    }

    public async Task<List<string>> Get() => await Items.GetAsync([]);

    public async Task<List<string>> Clear()
    {
        var items = await Items.GetAsync([]);
        Items.Clear();
        return items;
    }
}
