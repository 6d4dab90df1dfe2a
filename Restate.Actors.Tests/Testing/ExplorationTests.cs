using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class ExplorationTests
{
    [Fact]
    public Task Explore_SoundActors_AllSeedsPass() => ActorTestHost.ExploreAsync(
        async host =>
        {
            await host.GetActor<IPurse>("anna").DepositAsync(10);
            var bank = host.GetActor<IBank>();
            await Task.WhenAll(bank.TransferAsync("anna", "bob", 4), bank.TransferAsync("anna", "carl", 5), host.GetActor<IErrand>().PayForAsync("anna", "tea"));

            Assert.Equal(1, await host.GetActor<IPurse>("anna").BalanceAsync());
            Assert.Equal(9, await host.GetActor<IPurse>("bob").BalanceAsync() + await host.GetActor<IPurse>("carl").BalanceAsync());
        },
        TestHosts.AddActors,
        options: options => options.Seeds = 50);

    [Fact]
    public async Task Explore_RaceBetweenCallers_IsFoundAndComesAgain()
    {
        var error = await Assert.ThrowsAsync<ExplorationException>(() => ExploreRaceAsync(seed: null));

        Assert.Contains($"options => options.Seed = {error.Seed}", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Seed, (await Assert.ThrowsAsync<ExplorationException>(() => ExploreRaceAsync(error.Seed))).Seed);

        static Task ExploreRaceAsync(int? seed) => ActorTestHost.ExploreAsync(
            async host =>
            {
                var purse = host.GetActor<IPurse>("anna");
                await Task.WhenAll(purse.DepositAsync(5), Tolerate(purse.WithdrawAsync(5)));
                Assert.Equal(0, await purse.BalanceAsync());
            },
            TestHosts.AddActors,
            options: options =>
            {
                options.Seed = seed;
                options.Host = host => host.Faults = TestFaults.None;
            });
    }

    [Fact]
    public async Task Explore_LostStepResults_StepsRunAgain()
    {
        var tills = new ConcurrentBag<Till>();

        await ActorTestHost.ExploreAsync(
            async host => Assert.Equal("anna paid tea", await host.GetActor<IPurse>("anna").PayAsync("tea")),
            TestHosts.AddActors,
            services =>
            {
                var till = new Till();
                tills.Add(till);
                services.AddSingleton<ITill>(till);
            },
            options => options.Host = host => host.Faults = TestFaults.LoseStepResults);

        Assert.Contains(tills, till => till.Payments > 1);
        Assert.Contains(tills, till => till.Payments == 1);
    }

    [Fact]
    public async Task Explore_DriftingHandler_IsFound()
    {
        var error = await Assert.ThrowsAsync<ExplorationException>(() => ActorTestHost.ExploreAsync(
            host => host.GetActor<IErrand>().DriftAsync(), TestHosts.AddActors));

        Assert.Contains("Testing.Errand/Drift is not deterministic", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_SameSeed_SameJournals()
    {
        var seven = await JournalsAsync(7);
        var others = await Task.WhenAll(Enumerable.Range(8, 20).Select(JournalsAsync));

        Assert.Equal(seven, await JournalsAsync(7));
        Assert.Contains(others, other => other != seven);

        static async Task<string> JournalsAsync(int seed)
        {
            await using var host = await TestHosts.StartAsync(options => options.Seed = seed);
            await host.RunAsync(async host =>
            {
                await host.GetActor<IErrand>().FanOutAsync(5);
                await host.GetActor<IErrand>().PayForAsync("p1", "tea");
            });
            await host.WhenIdleAsync();
            return string.Join('\n', host.Invocations.Select(invocation => $"{invocation.Attempts}\n{host.JournalOf(invocation.Id)}"));
        }
    }

    private static async Task Tolerate(Task<int> call)
    {
        try
        {
            await call;
        }
        catch (TerminalException)
        {
            // Not enough yet: one of the orders.
        }
    }
}
