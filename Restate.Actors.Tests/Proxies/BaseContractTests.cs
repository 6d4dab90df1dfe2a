using Restate.Actors.Tests.Client;
using Restate.Actors.Tests.Proxies.Bases;
using Xunit;

namespace Restate.Actors.Tests.Proxies;

/// <summary>Proxies of interfaces from which contracts derive.</summary>
public sealed class BaseContractTests : IDisposable
{
    private const string Space = "Restate.Actors.Tests.Proxies.Bases";

    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task GetActor_BaseOfOneContract_CallsItsService()
    {
        _host.Server.Succeeds("\"Mars\"");

        Assert.Equal("Mars", await _host.Client.GetActor<INamed>("4").NameAsync());
        Assert.EndsWith("/Bases.Planet/4/Name", Assert.Single(_host.Server.Requests).Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetActor_PinnedBase_CallsItsOwnService()
    {
        _host.Server.Succeeds("1");

        Assert.Equal(1, await _host.Client.GetActor<IMoon>("m").PhaseAsync());
        Assert.EndsWith("/Bases.Moon/m/Phase", Assert.Single(_host.Server.Requests).Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void GetActor_BaseOfSeveralContracts_ErrorNamesThem()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _host.Client.GetActor<IVisible>("a"));

        Assert.Equal(
            $"{Space}.IVisible is the base of contracts, and a proxy calls one service. These come into question: {Space}.INova (service 'Bases.Nova'), "
            + $"{Space}.IPlanet (service 'Bases.Planet'), {Space}.IStar (service 'Star'). Get the actor by the contract that is meant.",
            error.Message);
    }

    [Fact]
    public void GetActor_BaseIsAContractWithoutAPinnedName_ErrorNamesIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _host.Client.GetActor<IStar>("a"));

        Assert.Equal(
            $"{Space}.IStar is the base of contracts, and a proxy calls one service. These come into question: {Space}.IStar (service 'Star'), "
            + $"{Space}.INova (service 'Bases.Nova'). Get the actor by the contract that is meant, or, if that is {Space}.IStar itself, pin its name: [Actor(\"Star\")].",
            error.Message);
    }

    [Fact]
    public void GetActor_NoKindAndNoContract_ErrorSaysWhatToDo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _host.Client.GetActor<IUnseen>("a"));

        Assert.StartsWith($"No generated code was found for the contract {Space}.IUnseen.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "or one that derives from it, must be a contract: say its kind by IDurableService, IVirtualObject or IWorkflow, and have no RSTA error.", error.Message, StringComparison.Ordinal);
    }
}
