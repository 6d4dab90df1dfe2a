using Xunit;

namespace Restate.Actors.Migration.Tests;

/// <summary>What is said about contracts of Orleans (the real abstractions of 3.5.1) and Dapr (by their metadata names).</summary>
public sealed class ContractReportTests
{
    [Theory]
    [InlineData("IGrainWithStringKey", "an Orleans grain interface with a text key", "an IVirtualObject;")]
    [InlineData("IGrainWithGuidKey", "an Orleans grain interface with a Guid key", "an IVirtualObject<Guid>;")]
    [InlineData("IGrainWithIntegerKey", "an Orleans grain interface with an integer key", "an IVirtualObject<long>;")]
    public async Task Contract_OfEachKey_IsRecognized(string marker, string kind, string target)
    {
        var found = await Harness.AnalyzeAsync($"using Orleans; public interface IAccountGrain : {marker} {{ Task Add(int x); [Orleans.Concurrency.ReadOnly] Task<int> Get(); }}");

        Assert.Equal($"RSTA6001 at IAccountGrain: 'IAccountGrain' is {kind}. It can become virtual object 'Account', {target} handlers: 1 exclusive, 1 shared.", found[0]);
        Assert.StartsWith("RSTA6003 at Orleans.Concurrency.ReadOnly: ", found[1], StringComparison.Ordinal);
        Assert.Equal(2, found.Length);
    }

    [Fact]
    public async Task Contract_OfDapr_IsRecognized()
    {
        var found = await Harness.AnalyzeAsync("public interface ICartActor : Dapr.Actors.IActor { Task Add(string article); }");

        Assert.Equal(["RSTA6001 at ICartActor: 'ICartActor' is a Dapr actor interface. It can become virtual object 'Cart', an IVirtualObject; handlers: 1 exclusive, 0 shared."], found);
    }

    [Theory]
    [InlineData("[Orleans.Alias(\"bank.account\")]", "bank.account")]
    [InlineData("[Orleans.Alias(\"restate.account\")]", "Account")]
    public async Task Contract_WithAlias_KeepsItWhenTheServerTakesIt(string attribute, string name)
    {
        var found = await Harness.AnalyzeAsync($"{attribute} public interface IAccount : Orleans.IGrainWithStringKey {{ Task Add(int x); }}");

        Assert.Contains($"virtual object '{name}'", Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadOnly", "becomes [Shared]. A shared handler cannot write, and it does not wait for the exclusive handler of its key: it can see a change that is half done.")]
    [InlineData("AlwaysInterleave", "becomes [Shared], which cannot write state. If the method writes, it has to be an exclusive handler and waits for its turn.")]
    [InlineData("OneWay", "is left out: on Restate the caller decides, with Send. Such a call is durable, in order, and retried until it succeeds or fails for good.")]
    public async Task Attribute_WithAnotherMeaning_IsAWarningAndNoObstacle(string attribute, string remark)
    {
        var found = await Harness.AnalyzeAsync($"using Orleans.Concurrency; public interface IAccount : Orleans.IGrainWithStringKey {{ [{attribute}] Task Do(); }}");

        Assert.Contains("It can become", found[0], StringComparison.Ordinal);
        Assert.Equal($"RSTA6003 at {attribute}: [{attribute}] on 'IAccount.Do' {remark}", found[1]);
    }

    [Theory]
    [InlineData("ResponseTimeout(\"00:00:10\")", "ResponseTimeout")]
    [InlineData("Transaction(TransactionOption.Create)", "Transaction")]
    public async Task Attribute_WithoutEquivalent_IsAnObstacle(string attribute, string name)
    {
        var found = await Harness.AnalyzeAsync($"using Orleans; public interface IAccount : IGrainWithStringKey {{ [{attribute}] Task Do(); }}");

        Assert.Equal("RSTA6001 at IAccount: 'IAccount' is an Orleans grain interface with a text key. It cannot become a Restate contract yet: see RSTA6002 on it.", found[0]);
        Assert.StartsWith($"RSTA6002 at {attribute}: [{name}] on 'IAccount.Do' has no equivalent", found[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Count { get; }", "'IAccount.Count' is no method.")]
    [InlineData("event Action Changed;", "'IAccount.Changed' is no method.")]
    [InlineData("Task Do<T>(T value);", "'IAccount.Do' is generic.")]
    [InlineData("void Do();", "'IAccount.Do' returns 'void'.")]
    [InlineData("IAsyncEnumerable<int> Do();", "'IAccount.Do' streams.")]
    [InlineData("Task Do(ref int x);", "'IAccount.Do' takes 'x' by reference.")]
    [InlineData("Task Do(CancellationToken token, int x);", "'IAccount.Do' takes a CancellationToken that is not its last parameter.")]
    [InlineData("Task Do(Orleans.GrainCancellationToken token);", "'IAccount.Do' takes the GrainCancellationToken 'token'.")]
    [InlineData("Task Do(Orleans.IGrainObserver watcher);", "'IAccount.Do' takes the observer 'watcher'")]
    [InlineData("Task Do(); Task Do(int x);", "'IAccount.Do' is overloaded.")]
    [InlineData("Task Do(); Task DoAsync(int x);", "'IAccount.DoAsync' would share the handler name 'Do' with 'Do'.")]
    public async Task Member_ThatCannotBeAHandler_IsAnObstacle(string member, string message)
    {
        var found = await Harness.AnalyzeAsync($"public interface IAccount : Orleans.IGrainWithStringKey {{ {member} }}");

        Assert.EndsWith("It cannot become a Restate contract yet: see RSTA6005 on it.", found[0], StringComparison.Ordinal);
        Assert.Contains(message, found[1], StringComparison.Ordinal);
        Assert.Equal(2, found.Length);
    }

    [Fact]
    public async Task Overloads_WithAliases_AreHandlers()
    {
        var found = await Harness.AnalyzeAsync("using Orleans; public interface IAccount : IGrainWithStringKey { [Alias(\"A\")] Task Do(); [Alias(\"B\")] Task Do(int x); }");

        Assert.EndsWith("handlers: 2 exclusive, 0 shared.", Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public interface IAccount : IGrain { }", "does not say how its grains are addressed.")]
    [InlineData("public interface IAccount : IGrainWithStringKey, IGrainWithGuidKey { }", "says in several ways how its grains are addressed.")]
    [InlineData("public interface IAccount : IGrainWithGuidCompoundKey { }", "has a key of two parts.")]
    [InlineData("public interface IAccount<T> : IGrainWithStringKey { }", "is generic.")]
    public async Task Contract_ThatCannotBeAddressedOrNamed_IsRefused(string source, string message)
    {
        var found = await Harness.AnalyzeAsync($"using Orleans; {source}");

        Assert.Contains("It cannot become a Restate contract yet: see RSTA6005", found[0], StringComparison.Ordinal);
        Assert.StartsWith($"RSTA6005 at IAccount: 'IAccount' {message}", found[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_WhoseBaseHasTheKey_PointsToIt()
    {
        var found = await Harness.AnalyzeAsync("public interface IBase : Orleans.IGrainWithStringKey { } public interface IAccount : IBase { Task Do(); }");

        Assert.Contains(found, line => line == "RSTA6005 at IAccount: 'IAccount' takes its key from 'IBase'. Convert that interface first.");
    }

    [Theory]
    [InlineData("ReadOnly", "Say [Shared].")]
    [InlineData("OneWay", "Remove it.")]
    [InlineData("Orleans.Alias(\"x\")", "Say [Handler(\"name\")].")]
    public async Task Attribute_LeftOnARestateContract_HasNoEffect(string attribute, string remedy)
    {
        var found = await Harness.AnalyzeAsync(
            $"using Orleans.Concurrency; [Restate.Actors.Actor(\"A\")] public interface IAccount : Restate.Actors.IVirtualObject {{ [{attribute}] Task Do(); }}");

        var line = Assert.Single(found);
        Assert.StartsWith($"RSTA6002 at {attribute}: ", line, StringComparison.Ordinal);
        Assert.EndsWith($"on 'IAccount.Do' has no effect: 'IAccount' is a Restate contract. {remedy}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public interface IAccount : Orleans.IGrainWithStringKey, Restate.Actors.IVirtualObject { [Orleans.Concurrency.ReadOnly, Restate.Actors.Shared] Task Do(); }")]
    [InlineData("public interface IExtension : Orleans.Runtime.IGrainExtension { Task Do(); }")]
    [InlineData("public interface IWatcher : Orleans.IGrainObserver { void Do(); }")]
    [InlineData("namespace Dapr.Other { public interface IActor { } public interface ICart : IActor { } }")]
    [InlineData("namespace OrleansTools { public interface IGrain { } public interface ICart : IGrain { } }")]
    public async Task Other_IsLeftAlone(string source) => Assert.Empty(await Harness.AnalyzeAsync(source));
}
