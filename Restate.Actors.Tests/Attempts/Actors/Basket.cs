namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class Basket : VirtualObject, IBasket
{
    private readonly IPersistentState<BasketContent> _content;
    private readonly IPersistentState<int> _visits;

    public Basket([PersistentState("basket", "store")] IPersistentState<BasketContent> content)
    {
        _content = content;
        _visits = PersistentState<int>("visits");
    }

    public async Task<string> AddAsync(string item)
    {
        var existed = _content.RecordExists;
        _content.State.Items.Add(item);
        await _content.WriteStateAsync();
        _visits.State++;
        await _visits.WriteStateAsync();
        return $"{existed} {_content.State.Items.Count} {_visits.State}";
    }

    public async Task<string> ForgetAsync(string input)
    {
        _content.State.Items.Add("unwritten");
        var changed = _content.State.Items.Count;
        await _content.ReadStateAsync();
        var stored = string.Join(',', _content.State.Items);
        await _content.ClearStateAsync();
        return $"{changed} {stored} {_content.RecordExists} {_content.State.Items.Count}";
    }

    public async Task<string> LateAsync(string input)
    {
        var late = PersistentState<int>("late");
        var error = Xunit.Assert.Throws<InvalidOperationException>(() => late.State);
        await late.ReadStateAsync();
        return $"{error.Message} {late.State}";
    }

    public async Task<string> ShowAsync(string input)
    {
#pragma warning disable RSTA3003 // The error at run time is what the test is about.
        await _visits.WriteStateAsync();
#pragma warning restore RSTA3003
        return input;
    }
}
