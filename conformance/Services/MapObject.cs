namespace Conformance.Services;

[Actor("MapObject")]
public interface IMapObject : IVirtualObject
{
    [Exclusive, Handler("set")]
    Task Set(MapEntry entry);

    [Exclusive, Handler("get")]
    Task<string> Get(string key);

    [Exclusive, Handler("clearAll")]
    Task<List<MapEntry>> ClearAll();
}

public sealed record MapEntry(string Key, string Value);

public sealed class MapObject : VirtualObject, IMapObject
{
    public Task Set(MapEntry entry)
    {
        States.Get<string>(entry.Key).Set(entry.Value);
        return Task.CompletedTask;
    }

    public async Task<string> Get(string key) => await States.Get<string>(key).GetAsync(string.Empty);

    public async Task<List<MapEntry>> ClearAll()
    {
        var entries = new List<MapEntry>();
        foreach (var key in await States.GetNamesAsync())
        {
            entries.Add(new MapEntry(key, await Get(key)));
        }

        States.ClearAll();
        return entries;
    }
}
