using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors;
using Restate.Actors.Testing;
using Restate.Actors.Tests;
using Subscription;
using Xunit;

namespace Samples.Tests.Subscription;

/// <summary>Payments over a year of virtual time.</summary>
public sealed class MembershipTests
{
    private static readonly Plan Gold = new("gold", 20m, RetryAfter: TimeSpan.FromDays(3));

    private readonly Provider _provider = new();

    [Fact]
    [Capability("Tooling and documents", "Samples of patterns (saga, cron, fan-out…)")]
    public async Task Begin_AYearPasses_PaysOnTheFirstOfEachMonth()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);

        await host.AdvanceAsync(TimeSpan.FromDays(365));

        var invoices = await member.Invoices();
        Assert.Equal(12, invoices.Count);
        Assert.All(invoices, invoice => Assert.Equal((1, 20m), (invoice.Date.Day, invoice.Amount)));
        Assert.Equal(240m, _provider.Charged.Sum());
    }

    [Fact]
    public async Task Begin_OtherPlan_CountsFromTheNextPayment()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);
        await host.AdvanceAsync(TimeSpan.FromDays(40));

        await member.Begin(Gold with { Name = "silver", Price = 10m });
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal(["gold", "silver"], (await member.Invoices()).Select(invoice => invoice.Plan));
        Assert.Equal([20m, 10m], _provider.Charged);
    }

    [Fact]
    public async Task End_PaysNoMore()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);
        await host.AdvanceAsync(TimeSpan.FromDays(40));

        await member.End();
        await host.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.Equal([20m], _provider.Charged);
        Assert.Null(await member.NextPayment());
        Assert.Equal("none", await member.Status());
    }

    [Fact]
    public async Task Payment_RefusedOnce_IsTriedAgainAfterThreeDays()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);
        _provider.Refusals = 1;

        await host.AdvanceAsync(TimeSpan.FromDays(32));
        Assert.Equal("overdue", await member.Status());
        await host.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal("active", await member.Status());
        Assert.Equal(4, Assert.Single(await member.Invoices()).Date.Day);
    }

    [Fact]
    public async Task Payment_RefusedThreeTimes_SuspendsAndNeverAsksAgain()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);
        _provider.Refusals = int.MaxValue;

        await host.AdvanceAsync(TimeSpan.FromDays(365));

        Assert.Equal("suspended", await member.Status());
        Assert.Equal(3, _provider.Asked);
        Assert.Empty(await member.Invoices());
    }

    [Fact]
    public async Task Begin_AfterASuspension_CollectsTheDebtToo()
    {
        await using var host = await StartAsync();
        var member = host.GetActor<IMembership>("anna");
        await member.Begin(Gold);
        _provider.Refusals = 3;
        await host.AdvanceAsync(TimeSpan.FromDays(40));

        await member.Begin(Gold);
        await host.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Equal([40m], _provider.Charged);
    }

    private Task<ActorTestHost> StartAsync() => ActorTestHost.StartAsync(
        actors => actors.AddGeneratedActors(),
        services => services.AddSingleton<IPayments>(_provider),
        options => options.ReplayAlways = true);

    private sealed class Provider : IPayments
    {
        public int Refusals { get; set; }

        public int Asked { get; private set; }

        public ConcurrentQueue<decimal> Charged { get; } = new();

        public Task Charge(string customer, decimal amount, string idempotencyKey, CancellationToken cancellationToken)
        {
            Asked++;
            if (Refusals-- > 0)
            {
                throw new TerminalException("refused", 402);
            }

            Charged.Enqueue(amount);
            return Task.CompletedTask;
        }
    }
}
