using Xunit;

namespace Restate.Actors.Tests.Analyzers;

/// <summary>RSTA4001 to RSTA4101.</summary>
public sealed class CallRuleTests
{
    [Theory]
    [InlineData("await Other.Send(to => Task.CompletedTask);", "to => Task.CompletedTask")]
    [InlineData("await Other.Send(to => { to.Ask(1); return to.Ask(2); });", "to => { to.Ask(1); return to.Ask(2); }")]
    [InlineData("await Other.Call(to => to.Send(again => again.Ask(1)), new());", "to => to.Send(again => again.Ask(1))")]
    [InlineData("_ = Other.GetInvocation(to => Task.FromResult(1));", "to => Task.FromResult(1)")]
    [InlineData("await this.Send(to => to.Do(1));", "this")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(i => Other.Send(to => Task.FromResult(i))));", "to => Task.FromResult(i)")]
    [InlineData("await Other.Send(to => to.Ask(1)); await Other.Send(to => { return to.Ask(2); }); await Other.Send(to => to.Tell(1), TimeSpan.FromSeconds(1)); await Other.Send(async Task<int> (to) => await to.Ask(3));")]
    [InlineData("await Other.Send(to => value > 0 ? to.Ask(1) : to.Ask(2)); await Other.Send(to => Help(to)); await Other.Send(Help); Task<int> Help(IOther to) => to.Ask(1);")]
    [InlineData("await Run(\"x\", async _ => { IRestateClient client = null!; await client.GetActor<IOther>(\"x\").Send(to => to.Ask(1)); });")]
    public Task RSTA4001_SendLambda(string statements, params string[] places) => CheckAsync("RSTA4001", Sources.Actor(Members(statements)), places);

    [Theory]
    [InlineData("await Actors.GetActor<IThing>(Key).Do(1);", "Actors.GetActor<IThing>(Key).Do(1)")]
    [InlineData("var self = Actors.GetActor<IThing>(Key); await self.Do(1);", "self.Do(1)")]
    [InlineData("var key = Key; var self = _factory.GetActor<IThing>(key); var task = self.Do(1); await task;", "self.Do(1)")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(i => Actors.GetActor<IThing>(Key).Do(i)));", "Actors.GetActor<IThing>(Key).Do(i)")]
    [InlineData("await Actors.GetActor<IThing>(Key).Read(1); await Actors.GetActor<IThing>(\"x\").Do(1); await Actors.GetActor<IOther>(Key).Ask(1); await Do(2);")]
    [InlineData("await Actors.GetActor<IThing>(Key).Send(to => to.Do(1)); await Actors.GetActor<IThing>(Key).Call(to => to.Do(1), new() { AllowCycle = true });")]
    [InlineData("await Run(\"x\", async _ => { IRestateClient client = null!; await client.GetActor<IThing>(Key).Do(1); });")]
    public Task RSTA4002_OwnKey(string statements, params string[] places) => CheckAsync("RSTA4002", Sources.Actor(Members(statements)), places);

    [Theory]
    [InlineData("await Actors.GetActor<IThing>(Key).Do(1);")]
    public Task RSTA4002_OwnKey_OfSharedHandlers_IsFine(string statements) => CheckAsync("RSTA4002", Sources.SharedHandler(statements), []);

    [Theory]
    [InlineData("await client.GetActor<IOther>(\"x\").Ask(1);", "client.GetActor<IOther>(\"x\")")]
    [InlineData("await client.CheckHealthAsync();", "client.CheckHealthAsync()")]
    [InlineData("await Task.WhenAll(new[] { 1 }.Select(i => client.GetActor<IOther>(\"x\").Ask(i)));", "client.GetActor<IOther>(\"x\")")]
    [InlineData("await Run(\"x\", _ => client.GetActor<IOther>(\"x\").Ask(1)); await Run(\"x\", _ => Task.WhenAll(new[] { 1 }.Select(i => client.GetActor<IOther>(\"x\").Ask(i))));")]
    [InlineData("await _factory.GetActor<IOther>(\"x\").Ask(1); await Actors.GetActor<IOther>(\"x\").Ask(1);")]
    public Task RSTA4003_IngressClient(string statements, params string[] places)
    {
        var source = Sources.Actor(Members(statements)).Replace("IActorFactory factory)", "IActorFactory factory, IRestateClient client)", StringComparison.Ordinal);
        return CheckAsync("RSTA4003", source, places);
    }

    [Theory]
    [InlineData("if (value < 0) { throw new ArgumentOutOfRangeException(nameof(value)); }", "throw new ArgumentOutOfRangeException(nameof(value));")]
    [InlineData("_ = value > 0 ? value : throw new ArgumentException(\"x\");", "throw new ArgumentException(\"x\")")]
    [InlineData("ArgumentNullException.ThrowIfNull(_gateway);", "ArgumentNullException.ThrowIfNull(_gateway)")]
    [InlineData("new List<int> { 1 }.ForEach(i => new List<int> { i }.ForEach(j => ArgumentOutOfRangeException.ThrowIfZero(j)));", "ArgumentOutOfRangeException.ThrowIfZero(j)")]
    [InlineData("Check(value); static void Check(int number) => ArgumentOutOfRangeException.ThrowIfNegative(number);", "ArgumentOutOfRangeException.ThrowIfNegative(number)")]
    [InlineData("if (value < 0) { throw new TerminalException(\"x\", 400); } if (value > 9) { throw new InvalidOperationException(); }")]
    [InlineData("try { value++; } catch (ArgumentException) { throw; }")]
    [InlineData("await Run(\"x\", _ => { ArgumentNullException.ThrowIfNull(_gateway); throw new ArgumentException(); });")]
    public Task RSTA4101_Validation(string statements, params string[] places) => CheckAsync("RSTA4101", Sources.Actor(Members(statements)), places);

    [Theory]
    [InlineData("[TerminalOn(typeof(ArgumentException), 400)]", "")]
    [InlineData("[Obsolete] [TerminalOn(typeof(FormatException), 400), TerminalOn(typeof(ArgumentOutOfRangeException), 422)]", "")]
    [InlineData("", "public static class Host { public static void Add(RestateActorsBuilder builder) => builder.TreatAsTerminal<ArgumentException>(400); }")]
    [InlineData("[TerminalOn(typeof(ArgumentNullException), 400)]", "", "throw new ArgumentOutOfRangeException();")]
    public Task RSTA4101_Validation_OfMappedTypes(string attributes, string declarations, params string[] places) =>
        CheckAsync("RSTA4101", Sources.Actor($"{attributes} {Members("if (value < 0) { throw new ArgumentOutOfRangeException(); }")}", declarations), places);

    private static async Task CheckAsync(string id, string source, string[] places) =>
        Assert.Equal(places.Select(place => $"{id} at {place}"), await AnalyzerHarness.AnalyzeAsync(source));

    private static string Members(string statements) =>
        $"public async Task Do(int value) {{ {statements} await Task.CompletedTask; }} private IOther Other => Actors.GetActor<IOther>(\"x\");";
}
