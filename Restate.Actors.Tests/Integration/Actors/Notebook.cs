namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Notebook : VirtualObject, INotebook
{
    public Task WriteAsync(string name, string text)
    {
        State<string>(name).Set(text);
        return Task.CompletedTask;
    }

    public Task<Page> EraseAsync(string name)
    {
        State<string>(name).Clear();
        return ReadAsync(name);
    }

    public Task<Page> EraseAllAsync()
    {
        States.ClearAll();
        return ReadAsync("first");
    }

    public async Task<IReadOnlyList<string>> EditAsync()
    {
        var first = State<string>("first");
        var second = State<string>("second");
        List<string> seen = [Show(await ReadAsync("first"))];
        second.Set("2");
        seen.Add(Show(await ReadAsync("second")));
        await Sleep(TimeSpan.FromMilliseconds(1));
        seen.Add(Show(await ReadAsync("second")));
        first.Clear();
        seen.Add(Show(await ReadAsync("first")));
        await Sleep(TimeSpan.FromMilliseconds(1));
        States.ClearAll();
        seen.Add(Show(await ReadAsync("second")));
        first.Set("1 again");
        await Sleep(TimeSpan.FromMilliseconds(1));
        seen.Add(Show(await ReadAsync("first")));
        return seen;
    }

    public Task WriteAndFailAsync(string name, string text)
    {
        State<string>(name).Set(text);
        throw new TerminalException("failed after the write", 418);
    }

    public async Task<Page> ReadAsync(string name)
    {
        var text = await State<string>(name).GetAsync();
        return new Page(text, await State<string>(name).ExistsAsync(), await States.GetNamesAsync());
    }

    public async Task WriteWhileSharedAsync()
    {
        await States.GetNamesAsync();
#pragma warning disable RSTA3003 // What the server does with it is what the test is about.
        State<string>("first").Set("from a shared handler");
#pragma warning restore RSTA3003
    }

    public async Task<int> ReadAsNumberAsync(string name) => await State<int>(name).GetAsync(0);

    private static string Show(Page page) => $"{page.Text ?? "nothing"}, {(page.Exists ? "there" : "not there")}, {string.Join('+', page.Names)}";
}
