using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class ManyHostsTests
{
    // MANY_HOSTS=1000 to measure.
    private static readonly int Count = Environment.GetEnvironmentVariable("MANY_HOSTS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 50;

    [Fact]
    public async Task Hosts_OneAfterTheOther_EachStartsAfresh()
    {
        for (var number = 0; number < Count; number++)
        {
            await using var host = await ActorTestHost.StartAsync(AddTwoActors, services => services.AddSingleton<ITill, Till>());
            await host.GetActor<IPurse>("anna").DepositAsync(10);

            Assert.Equal(4, await host.GetActor<IBank>().TransferAsync("anna", "bob", 4));
            Assert.Equal("bob paid tea", await host.GetActor<IPurse>("bob").PayAsync("tea"));
        }
    }

    [Fact]
    public async Task Hosts_AtOnce_DoNotMeet()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), async (number, _) =>
        {
            await using var host = await ActorTestHost.StartAsync(AddTwoActors, services => services.AddSingleton<ITill, Till>());
            await host.GetActor<IPurse>("anna").DepositAsync(number);

            Assert.Equal(number, await host.GetActor<IPurse>("anna").BalanceAsync());
        });
    }

    private static void AddTwoActors(RestateActorsBuilder builder) => builder
        .AddActor(ActorRegistration.Create(ActorContracts.Get<IBank>(), _ => new Bank()))
        .AddActor(ActorRegistration.Create(ActorContracts.Get<IPurse>(), provider => new Purse(provider.GetRequiredService<ITill>())));
}
