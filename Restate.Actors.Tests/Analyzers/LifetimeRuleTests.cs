using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>RSTA3001 to RSTA3005.</summary>
public sealed class LifetimeRuleTests
{
    [Theory]
    [InlineData("private int _count; public async Task Do(int value) { _count++; }", "_count")]
    [InlineData("private int _count; public async Task Do(int value) { _count += value; }", "_count")]
    [InlineData("private int _last; public async Task Do(int value) { _last = value; } public async Task<int> Read(int value) => _last;", "_last")]
    [InlineData("[Obsolete] [System.ComponentModel.Browsable(false)] private int Last { get; set; } public async Task Do(int value) { Set(); void Set() => Last = value; } public async Task<int> Read(int value) => Last;", "Last")]
    [InlineData("private readonly Dictionary<int, int> _cache = []; public async Task Do(int value) { _cache[value] = 1; }", "_cache")]
    [InlineData("private readonly List<int> _all = []; public async Task Do(int value) { _all.Add(value); } public async Task<int> Read(int value) => _all.Count;", "_all")]
    [InlineData("private int _count; public async Task Do(int value) { new List<int> { 1 }.ForEach(_ => { new List<int> { 2 }.ForEach(i => _count += i); }); }", "_count")]
    [InlineData("private int _scratch; public async Task Do(int value) { _scratch = value; Help(); } private void Help() { _scratch++; }")]
    [InlineData("private int _loaded; public override async ValueTask OnActivateAsync(CancellationToken token) { _loaded = await State<int>(\"x\").GetAsync(); } public async Task Do(int value) { _loaded++; State<int>(\"x\").Set(_loaded); } public async Task<int> Read(int value) => _loaded;")]
    [InlineData("private IOther? _other; private IOther Other => _other ??= Actors.GetActor<IOther>(\"x\"); public async Task Do(int value) { await Other.Ask(1); } public async Task<int> Read(int value) => await Other.Ask(2);")]
    [InlineData("private readonly int _fixed = 3; private static readonly List<int> Fixed = []; public async Task Do(int value) { value += _fixed + Fixed.Count; }")]
    [InlineData("private readonly List<int> _scratch = []; public async Task Do(int value) { _scratch.Add(value); await Sleep(TimeSpan.FromSeconds(_scratch.Count)); }")]
    [InlineData("private int _count; public async Task Do(int value) { await Run(\"x\", _ => { _count++; }); }")]
    public Task RSTA3001_MutableField(string members, params string[] places) => CheckAsync("RSTA3001", Sources.Actor(members), places);

    [Theory]
    [InlineData("HttpResponseMessage Open() => null!; using var page = Open(); await Sleep(TimeSpan.Zero);", "page")]
    [InlineData("HttpResponseMessage Open() => null!; using (var page = Open()) { await Actors.GetActor<IOther>(\"x\").Ask(1); }", "page")]
    [InlineData("Stream Open() => null!; await using var stream = Open(); if (value > 0) { await Run(\"x\", _ => 1); }", "stream")]
    [InlineData("TextReader Open() => null!; using (Open()) { await Sleep(TimeSpan.Zero); }", "Open()")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(async _ => { using var client = new HttpClient(); await Sleep(TimeSpan.Zero); }));", "client")]
    [InlineData("HttpResponseMessage Open() => null!; using (var page = Open()) { value++; } await Sleep(TimeSpan.Zero); using var last = Open(); value++;")]
    [InlineData("using var source = new CancellationTokenSource(); using var memory = new MemoryStream(); Stream typed = memory; using var registration = CancellationToken.Register(() => { }); await Sleep(TimeSpan.Zero);")]
    [InlineData("IDisposable Scope() => null!; using var scope = Scope(); using var own = new Own(); await Sleep(TimeSpan.Zero);")]
    [InlineData("await Run(\"x\", async _ => { using var client = new HttpClient(); return await client.GetStringAsync(\"x\"); });")]
    public Task RSTA3002_HeldDisposable(string statements, params string[] places) => CheckAsync(
        "RSTA3002",
        Sources.Actor($"public async Task Do(int value) {{ {statements} await Task.CompletedTask; }}", "public sealed class Own : IDisposable { public void Dispose() { } }"),
        places);

    [Theory]
    [Capability("State", "Shared handlers cannot write (compile time)")]
    [InlineData("State<int>(\"x\").Set(1);", "State<int>(\"x\").Set(1)")]
    [InlineData("State<int>(\"x\").Clear();", "State<int>(\"x\").Clear()")]
    [InlineData("States.ClearAll();", "States.ClearAll()")]
    [InlineData("new List<int> { 1 }.ForEach(i => States.Get<int>(\"x\").Set(i));", "States.Get<int>(\"x\").Set(i)")]
    [InlineData("_ = await State<int>(\"x\").GetAsync(); await State<int>(\"x\").ExistsAsync(); await States.GetNamesAsync();")]
    [InlineData("await Actors.GetActor<IThing>(\"other\").Send(to => to.Do(1));")]
    public Task RSTA3003_SharedWrite(string statements, params string[] places) => CheckAsync("RSTA3003", Sources.SharedHandler(statements), places);

    [Theory]
    [InlineData("public async Task Do(int value) { State<int>(\"x\").Set(1); }")]
    [InlineData("public async Task Do(int value) { Save(); } public async Task<int> Read(int value) { Save(); return 1; } private void Save() => State<int>(\"x\").Set(1);")]
    [InlineData("public async Task Do(int value) { } [Obsolete] [System.ComponentModel.Description(\"\")] public async Task<int> Read(int value) { Save(); return 1; } private void Save() => State<int>(\"x\").Set(1);", "State<int>(\"x\").Set(1)")]
    public Task RSTA3003_SharedWrite_Helpers(string members, params string[] places) => CheckAsync("RSTA3003", Sources.Actor(members), places);

    [Theory]
    [InlineData("var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); cart.Items.Add(\"x\");", "cart")]
    [InlineData("var cart = await State<Cart>(\"cart\").GetAsync() ?? new Cart(); cart.Total = 5; cart.Total++;", "cart")]
    [InlineData("var items = await State<List<string>>(\"items\").GetAsync([]); items.Add(\"x\");", "items")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(async _ => { var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); cart.Items.Clear(); }));", "cart")]
    [InlineData("var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); cart.Items.Add(\"x\"); State<Cart>(\"cart\").Set(cart);")]
    [InlineData("var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); cart.Items.Add(\"x\"); Save(cart); void Save(Cart changed) => State<Cart>(\"cart\").Set(changed);")]
    [InlineData("var cart = await State<Cart>(\"cart\").GetAsync(new Cart()); _ = cart.Items.Count + cart.Total; var copy = new Cart(); copy.Total = 1; var number = await State<int>(\"x\").GetAsync(); number++;")]
    [InlineData("await Run(\"x\", _ => { var cart = new Cart(); cart.Total = 1; });")]
    public Task RSTA3004_NotWritten_Objects(string statements, params string[] places) => CheckAsync("RSTA3004", Sources.Handler(statements), places);

    [Theory]
    [InlineData("public async Task Do(int value) { cart.State.Total = 1; }", "cart.State")]
    [InlineData("public async Task Do(int value) { cart.State = new Cart(); await Sleep(TimeSpan.Zero); }", "cart.State")]
    [InlineData("public async Task Do(int value) { cart.State.Total++; cart.State.Items.Add(\"x\"); }", "cart.State")]
    [InlineData("public async Task Do(int value) { Help(); } private void Help() { cart.State.Items.Clear(); }", "cart.State")]
    [InlineData("public async Task Do(int value) { cart.State.Total = 1; await cart.WriteStateAsync(); }")]
    [InlineData("public async Task Do(int value) { Help(); await cart.WriteStateAsync(); } private void Help() { cart.State.Items.Clear(); }")]
    [InlineData("public async Task Do(int value) { cart.State.Total = 1; await SaveAsync(); } private Task SaveAsync() => cart.WriteStateAsync();")]
    [InlineData("public async Task Do(int value) { _ = cart.State.Total; _ = cart.State.Items.Contains(\"x\"); await cart.ClearStateAsync(); }")]
    public Task RSTA3004_NotWritten_Facets(string members, params string[] places)
    {
        var source = Sources.Actor(members, PersistentState.Declaration).Replace("IActorFactory factory)", "IActorFactory factory, IPersistentState<Cart> cart)", StringComparison.Ordinal);
        return CheckAsync("RSTA3004", source, places);
    }

    [Theory]
    [InlineData("var ids = new List<string>(); await Task.WhenAll((await LoadAsync()).Select(id => Actors.GetActor<IOther>(id).Ask(1)));", "await LoadAsync()")]
    [InlineData("var ids = await LoadAsync(); var tasks = ids.Where(id => id.Length > 0).Select(id => Actors.GetActor<IOther>(id).Ask(1)).ToList(); await Task.WhenAll(tasks);", "ids.Where(id => id.Length > 0)")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, value).Select(async i => { await Sleep(TimeSpan.Zero); }));", "Enumerable.Range(0, value)")]
    [InlineData("await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Sleep(TimeSpan.Zero))); await Task.WhenAll(new[] { 1, 2 }.Select(i => Sleep(TimeSpan.Zero)));")]
    [InlineData("var ids = await LoadAsync(); await Task.WhenAll(ids.Take(10).Select(id => Actors.GetActor<IOther>(id).Ask(1))); await Durable.ForEachAsync(ids, 10, id => Actors.GetActor<IOther>(id).Ask(1));")]
    [InlineData("var ids = await LoadAsync(); await Task.WhenAll(ids.Select(id => Task.FromResult(id))); foreach (var id in ids) { await Actors.GetActor<IOther>(id).Ask(1); }")]
    [InlineData("var ids = await LoadAsync(); await Run(\"x\", _ => Task.WhenAll(ids.Select(id => _gateway.AskAsync())));")]
    public Task RSTA3005_FanOut(string statements, params string[] places) => CheckAsync(
        "RSTA3005",
        Sources.Actor($"public async Task Do(int value) {{ {statements} await Task.CompletedTask; }} private ValueTask<List<string>> LoadAsync() => State<List<string>>(\"ids\").GetAsync([]);"),
        places);

    private static async Task CheckAsync(string id, string source, string[] places) =>
        Assert.Equal(places.Select(place => $"{id} at {place}"), await AnalyzerHarness.AnalyzeAsync(source));
}
