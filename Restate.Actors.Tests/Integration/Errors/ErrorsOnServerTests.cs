using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.Errors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Errors;

/// <summary>Mapped exceptions between handlers, steps and the client, over a real server.</summary>
[Collection(RealServer.Name)]
public sealed class ErrorsOnServerTests(RestateServerFixture fixture) : IAsyncLifetime
{
    private ActorApp _app = null!;
    private IActorFactory _actors = null!;

    public async Task InitializeAsync()
    {
        _app = await ActorApp.StartAsync(
            fixture.Server,
            ["Shelf", "Shopper"],
            actors => actors
                .TreatAsTerminal<ArgumentException>(400)
                .TreatAsTerminal<TimeoutException>(418)
                .MapError<StockException>("stock", 422, error => error.Write(), StockException.Read));
        _actors = _app.Services.GetRequiredService<IRestateClient>();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Capability("Errors", "Typed errors across calls (same exception type at the caller)")]
    public async Task Client_NamedError_GetsTheType()
    {
        var error = await Assert.ThrowsAsync<StockException>(() => _actors.GetActor<IShelf>("tea").Take(4));

        Assert.Equal(("Out of tea.", 3), (error.Message, error.Left));
    }

    [Fact]
    [Capability("Errors", "Typed errors across calls (same exception type at the caller)")]
    public async Task Handler_NamedErrorOfACallee_IsCaughtByTypeAndPassedOn()
    {
        Assert.Equal("3 left", await _actors.GetActor<IShopper>().Catch());
        Assert.Equal(3, (await Assert.ThrowsAsync<StockException>(() => _actors.GetActor<IShopper>().PassOn())).Left);
    }

    [Fact]
    public async Task Step_NamedError_IsStoredAndCaughtByType()
    {
        Assert.Equal("5 left", await _actors.GetActor<IShopper>().CatchInStep());
    }

    [Theory]
    [Capability("Errors", "Map domain exceptions to terminal")]
    [InlineData("argument", 400)]
    [InlineData("format", 451)]
    [InlineData("key", 452)]
    [InlineData("timeout", 418)]
    public async Task Client_MappedException_IsTerminalWithItsCode(string what, int code)
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => _actors.GetActor<IShopper>().Throw(what));

        Assert.Equal((code, what), (error.Code, error.Message));
    }
}
