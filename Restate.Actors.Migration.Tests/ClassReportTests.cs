using Xunit;

namespace Restate.Actors.Migration.Tests;

/// <summary>What is said about classes.</summary>
public sealed class ClassReportTests
{
    private const string Contract = "[Restate.Actors.Actor(\"A\")] public interface IAccount : Restate.Actors.IVirtualObject<Guid> { } ";

    [Theory]
    [InlineData("Reentrant")]
    [InlineData("MayInterleave(\"x\")")]
    [InlineData("StatelessWorker")]
    [InlineData("Orleans.ImplicitStreamSubscription(\"x\")")]
    public async Task Attribute_WithoutEquivalent_IsReportedOnAGrain(string attribute)
    {
        var found = await Harness.AnalyzeAsync(
            $"using Orleans; using Orleans.Concurrency; public interface IAccount : IGrainWithStringKey {{ }} [{attribute}] public class Account : Grain, IAccount {{ }}");

        Assert.Equal(2, found.Length);
        Assert.StartsWith($"RSTA6002 at {attribute}: ", found[1], StringComparison.Ordinal);
        Assert.Contains("on 'Account' has no equivalent", found[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Account : Orleans.Grain, IAccount { }", "derives from 'Grain'. Derive it from VirtualObject<Guid>.")]
    [InlineData(
        "public class Account : Orleans.Grain<int>, IAccount { }",
        "derives from 'Grain<int>'. Derive it from VirtualObject<Guid> and keep the state in an IPersistentState<T>, which has the same members.")]
    [InlineData(
        "public class Account(Dapr.Actors.Runtime.ActorHost host) : Dapr.Actors.Runtime.Actor(host), IAccount { }",
        "derives from 'Actor'. Derive it from VirtualObject<Guid>.")]
    [InlineData(
        "public abstract class Base : Orleans.Grain { } public class Account : Base, IAccount { }",
        "derives from 'Grain'. Change the class between them: derive it from VirtualObject<Guid>.")]
    public async Task BaseClass_OfAnOldFramework_UnderARestateContract_IsAnError(string source, string message)
    {
        var found = await Harness.AnalyzeAsync(Contract + source);

        Assert.Equal($"RSTA6004 at Account: 'Account' serves the Restate contract 'IAccount' and {message}", Assert.Single(found));
    }

    [Fact]
    public async Task Grain_OfAContractOfBothFrameworks_IsLeftAlone() => Assert.Empty(await Harness.AnalyzeAsync(
        "[Restate.Actors.Actor(\"A\")] public interface IAccount : Orleans.IGrainWithStringKey, Restate.Actors.IVirtualObject { } public class Account : Orleans.Grain, IAccount { }"));
}
