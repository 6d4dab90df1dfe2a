namespace Restate.Actors.Tests.Testing.Differential;

public sealed class Machine(Trouble trouble) : VirtualObject, IMachine
{
    public Task<string> ExecuteAsync(Op[] program) => new Interpreter(Context, trouble).RunAsync(program);

    public async Task<int> AppendAsync(string item)
    {
        var items = State<List<string>>("items");
        List<string> all = [.. await items.GetAsync([]), item];
        items.Set(all);
        return all.Count;
    }

    public async Task<string> DumpAsync()
    {
        var lines = new List<string>();
        foreach (var name in (await States.GetNamesAsync()).Order(StringComparer.Ordinal))
        {
            lines.Add(name == "items"
                ? $"items={string.Join(',', await State<List<string>>(name).GetAsync([]))}"
                : $"{name}={await State<string>(name).GetAsync()}");
        }

        return string.Join(';', lines);
    }
}
