using Docs;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Operations;
using Restate.Actors.Tests.Validation;
using Xunit;

namespace Restate.Actors.Tests.Payloads;

/// <summary>A host that encodes all payloads and refuses plain ones: what it sends itself must be encoded, and what its filters see must not.</summary>
public sealed class TransformsOfHostTests
{
    [Fact]
    public async Task Required_Reminders_StillTick()
    {
        await using var host = await StartAsync();
        var alarm = host.GetActor<IAlarm>("a");
        await alarm.Start("wake", due: 1_000, period: 1_000, MissedTicks.CatchUp);

        await host.AdvanceAsync(TimeSpan.FromSeconds(2.5));

        Assert.Equal(2, (await alarm.Ticks("wake")).Length);
    }

    [Fact]
    public async Task Filter_TryGetArgument_ReadsTheDecodedInput()
    {
        var seen = new SeenCounts();
        await using var host = await StartAsync(actors => actors.AddFilter<ArgumentFilter>().Services.AddSingleton(seen));

        Assert.Equal("several", await host.GetActor<IChecked>().Several(5, new CheckedOrder("ok", [new CheckedLine { Count = 1 }]), default));
        Assert.Equal([5], seen.Values);
    }

    private static Task<ActorTestHost> StartAsync(Action<RestateActorsBuilder>? actors = null) => ActorTestHost.StartAsync(
        builder =>
        {
            builder.AddGeneratedActors().UsePayloadTransform(
                new AesGcmTransform(new Dictionary<string, byte[]> { ["k"] = new byte[32] }, "k"), options => options.Required = PayloadRoles.All);
            builder.Services.Configure<RestateActorsOptions>(options => options.Services = ["Alarm", "Checked"]);
            actors?.Invoke(builder);
        },
        options: options => options.AutoAdvance = false);

    private sealed class SeenCounts
    {
        public List<int> Values { get; } = [];
    }

    private sealed class ArgumentFilter(SeenCounts seen) : IActorFilter
    {
        public Task InvokeAsync(ActorCallContext context, Func<Task> next)
        {
            if (context.TryGetArgument<int>("count", out var count))
            {
                seen.Values.Add(count);
            }

            return next();
        }
    }
}
