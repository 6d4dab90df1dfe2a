namespace Restate.Actors.Tests.Integration.Model;

[Actor("ModelShop")]
public interface IShop : IVirtualObject
{
    Task<int> Put(string item);

    Task Empty();

    /// <summary>Writes at once, and fails if it is told to.</summary>
    Task Note(string text, bool fail);

    /// <summary>Writes with its success, and fails if it is told to.</summary>
    Task Book(string text, bool fail);

    [Handler("Look", Aliases = ["OldLook"])]
    [Shared]
    Task<string> LookAsync();

    [Handler(Wrap = true)]
    [Shared]
    Task<string> Echo(string text);
}

public sealed class Shelf
{
    public List<string> Items { get; set; } = [];
}

public sealed class Shop([PersistentState("shelf")] IPersistentState<Shelf> shelf) : VirtualObject, IShop
{
    private IActorState<string> Text => State<string>("text");

    public async Task<int> Put(string item)
    {
        shelf.State.Items.Add(item);
        await shelf.WriteStateAsync();
        shelf.State.Items.Add("never written");
        await Sleep(TimeSpan.FromMilliseconds(1));
        return shelf.State.Items.Count - 1;
    }

    public Task Empty() => shelf.ClearStateAsync();

    public Task Note(string text, bool fail) => Write(text, fail);

    [SaveOnSuccess]
    public Task Book(string text, bool fail) => Write(text, fail);

    public async Task<string> LookAsync() => $"{shelf.RecordExists} {string.Join(',', shelf.State.Items)} {await Text.GetAsync("-")}";

    public Task<string> Echo(string text) => Task.FromResult($"{Key} {text}");

    private async Task Write(string text, bool fail)
    {
        Text.Set(text);
        await Sleep(TimeSpan.FromMilliseconds(1));
        if (fail)
        {
            throw new TerminalException("As told.", 418);
        }
    }
}
