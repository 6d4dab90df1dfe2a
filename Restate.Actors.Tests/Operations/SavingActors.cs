namespace Restate.Actors.Tests.Operations;

[Actor("SavingAccount")]
public interface ISavingAccount : IVirtualObject
{
    /// <summary>Writes, waits, reads what it wrote, and fails if it is told to.</summary>
    [Exclusive]
    Task<string> Work(string outcome);

    [Exclusive]
    Task<string> WaitForSignal();

    [Exclusive]
    Task<string> Replace();

    [Shared]
    Task<string> Show();
}

[SaveOnSuccess]
public sealed class SavingAccount : VirtualObject, ISavingAccount
{
    public async Task<string> Work(string outcome)
    {
        State<string>("b").Set("from b");
        State<int>("a").Set(await State<int>("a").GetAsync(0) + 1);
        State<string>("c").Set("never");
        State<string>("c").Clear();
        await Sleep(TimeSpan.FromMilliseconds(1));
        var seen = $"{await State<int>("a").GetAsync(0)} {await State<string>("b").ExistsAsync()} {await State<string>("c").ExistsAsync()} "
            + string.Join(',', await States.GetNamesAsync());
        return outcome == "ok" ? seen : throw new TerminalException(seen, 418);
    }

    public async Task<string> WaitForSignal()
    {
        State<int>("a").Set(100);
        return await Signal<string>("go");
    }

    public async Task<string> Replace()
    {
        States.ClearAll();
        State<string>("z").Set("new");
        return $"{await State<int>("a").GetAsync(-1)} {string.Join(',', await States.GetNamesAsync())}";
    }

    public async Task<string> Show() => $"{await State<int>("a").GetAsync(0)} {string.Join(',', await States.GetNamesAsync())}";
}

[Actor("CachedQuote")]
public interface ICachedQuote : IVirtualObject
{
    [Exclusive]
    Task<int> Quote();

    [Exclusive]
    Task<int> FreshQuote();
}

public sealed class CachedQuote : VirtualObject, ICachedQuote
{
    public static System.Collections.Concurrent.ConcurrentDictionary<string, int> Executions { get; } = new();

    public Task<int> Quote() => Context.RunCached("quote", Ask);

    public Task<int> FreshQuote() => Context.RunCached("quote", Ask, maxAge: TimeSpan.Zero);

    private Task<int> Ask(RunContext run) => Task.FromResult(Executions.AddOrUpdate(Key, 1, static (_, count) => count + 1));
}
