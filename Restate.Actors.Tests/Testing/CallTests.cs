using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class CallTests
{
    [Fact]
    public async Task Call_BasicService_ReturnsItsResult()
    {
        await using var host = await TestHosts.StartAsync();

        var rate = await host.GetActor<IBank>().RateAsync("EUR");

        Assert.Equal(3, rate);
    }

    [Fact]
    public async Task Call_Object_KeepsState()
    {
        await using var host = await TestHosts.StartAsync();
        var purse = host.GetActor<IPurse>("anna");

        await purse.DepositAsync(5);
        var balance = await purse.DepositAsync(2);

        Assert.Equal(7, balance);
        Assert.Equal(7, await purse.BalanceAsync());
        Assert.Equal(0, await host.GetActor<IPurse>("bob").BalanceAsync());
    }

    [Fact]
    public async Task Call_ActorThatCallsOthers_ReturnsTheirResult()
    {
        await using var host = await TestHosts.StartAsync();
        await host.GetActor<IPurse>("anna").DepositAsync(10);

        var balance = await host.GetActor<IBank>().TransferAsync("anna", "bob", 4);

        Assert.Equal(4, balance);
        Assert.Equal(6, await host.GetActor<IPurse>("anna").BalanceAsync());
    }

    [Fact]
    public async Task Call_CalleeFails_FailureComesThrough()
    {
        await using var host = await TestHosts.StartAsync();

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IBank>().TransferAsync("anna", "bob", 4));

        Assert.Equal(409, error.Code);
        Assert.Equal("only 0 left", error.Message);
    }

    [Fact]
    public async Task Call_ExclusiveHandlers_RunOneAfterTheOther()
    {
        await using var host = await TestHosts.StartAsync();
        var purse = host.GetActor<IPurse>("anna");
        await purse.Send(p => p.SlowDepositAsync(5, 60));

        var second = await purse.DepositAsync(1);

        Assert.Equal(6, second);
    }

    [Fact]
    public async Task Call_SharedHandlerBesideExclusive_DoesNotWait()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var purse = host.GetActor<IPurse>("anna");
        await purse.Send(p => p.SlowDepositAsync(5, 60));

        Assert.Equal(0, await purse.BalanceAsync());
    }

    [Fact]
    public async Task Call_ManyAtOnce_AllAnswer()
    {
        await using var host = await TestHosts.StartAsync();

        var sum = await host.GetActor<IErrand>().FanOutAsync(20);

        Assert.Equal(210, sum);
    }

    [Fact]
    public async Task Call_SameIdempotencyKey_RunsOnce()
    {
        await using var host = await TestHosts.StartAsync();
        var purse = host.GetActor<IPurse>("anna");

        await purse.Call(p => p.DepositAsync(5), new() { IdempotencyKey = "once" });
        var second = await purse.Call(p => p.DepositAsync(5), new() { IdempotencyKey = "once" });

        Assert.Equal(5, second);
        Assert.Equal(5, await purse.BalanceAsync());
    }

    [Fact]
    public async Task Call_IdempotencyKeyAfterItsRetention_RunsAgain()
    {
        await using var host = await TestHosts.StartAsync();
        var purse = host.GetActor<IPurse>("anna");
        await purse.Call(p => p.DepositAsync(5), new() { IdempotencyKey = "once" });

        await host.AdvanceAsync(TimeSpan.FromDays(2));
        var second = await purse.Call(p => p.DepositAsync(5), new() { IdempotencyKey = "once" });

        Assert.Equal(10, second);
    }

    [Fact]
    public async Task Call_UnknownService_ErrorNamesThoseThatAreThere()
    {
        await using var host = await TestHosts.StartAsync();

        var error = await Assert.ThrowsAsync<RestateNotFoundException>(() => host.Client.GetActor("Nowhere").CallAsync<int>("Go"));

        Assert.Contains("Testing.Bank", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_HandlerCallsActorThatIsNotHere_ErrorSaysWhatToDo()
    {
        await using var host = await TestHosts.StartAsync();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.GetActor<IErrand>().CallUnknownAsync());

        Assert.Contains("Testing.Errand/CallUnknown calls Testing.Nowhere/Go, which this test host does not have.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("host.Stub<TActor>(implementation)", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ThenAttach_GivesTheResult()
    {
        await using var host = await TestHosts.StartAsync();

        var handle = await host.GetActor<IPurse>("anna").Send(p => p.DepositAsync(3), after: TimeSpan.FromDays(30));

        Assert.False((await handle.PeekAsync()).IsCompleted);
        Assert.Equal(3, await handle.AttachAsync());
        Assert.Equal(TimeSpan.FromDays(30), host.Time.GetUtcNow() - new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Awakeable_CompletedByTheTest_HandlerGoesOn()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var handle = await host.GetActor<IErrand>().Send(e => e.AwaitSignalAsync("door"));
        await host.WhenIdleAsync();
        var id = ((Whiteboard)host.Services.GetService(typeof(Whiteboard))!).Read("door");

        await host.Client.ResolveAwakeableAsync(id, "open");

        Assert.Equal("open", await handle.AttachAsync());
    }

    [Fact]
    public async Task Attach_FromHandler_GivesTheResult()
    {
        await using var host = await TestHosts.StartAsync();
        var voyage = await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(10));

        var result = await host.GetActor<IErrand>().AttachToAsync(await voyage.GetIdAsync());

        Assert.Equal("expired", result);
    }
}
