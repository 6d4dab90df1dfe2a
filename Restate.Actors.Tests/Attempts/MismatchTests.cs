using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>A handler that does not repeat what the journal holds. The texts name both sides for what they are.</summary>
public sealed class MismatchTests
{
    private const string Advice =
        "The handler is not deterministic, or its code changed under a running invocation.\n"
        + "Put clocks, randomness and I/O inside Run(...); deploy changed code as a new deployment.\n"
        + "See https://github.com/restate-actors/restate-actors/blob/main/docs/versioning.md";

    [Fact]
    [Capability("Soundness", "Commands are compared on replay: type, name, target, key, payload")]
    public async Task OtherCommand_NamesIndexAndBothSides()
    {
        var error = await ReplayAsync(
            async context =>
            {
                context.States.Get<int>("n").Set(1);
                await context.Sleep(TimeSpan.FromSeconds(1));
            },
            async context =>
            {
                context.States.Get<int>("n").Clear();
                await context.Sleep(TimeSpan.FromSeconds(1));
            });

        Assert.StartsWith(
            "Error code=570 message=[RSTA0570] Journal mismatch at command 1 (ClearStateCommand).\n"
            + "  command: recorded SetStateCommand, attempted ClearStateCommand\n"
            + $"{Advice} stacktrace=   at {typeof(MismatchTests).FullName}.",
            error,
            StringComparison.Ordinal);
        Assert.EndsWith("related_command_index=1 related_command_type=1028", error, StringComparison.Ordinal);
        Assert.DoesNotContain("at Restate.Actors.Internal", error, StringComparison.Ordinal);
        Assert.DoesNotContain("at Xunit", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookAtTheTime_WhereASleepWithoutEndWas_NamesBothSides()
    {
        var error = await ReplayAsync(
            context => context.Sleep(TimeSpan.MaxValue),
            context =>
            {
                _ = context.Time.GetUtcNow();
                return context.Sleep(TimeSpan.FromSeconds(1));
            });

        Assert.StartsWith(
            "Error code=570 message=[RSTA0570] Journal mismatch at command 1 (SleepCommand).\n"
            + "  recorded by an earlier attempt: a sleep until after the year 9999\n"
            + $"  attempted now:                  a look at the time\n{Advice}",
            error,
            StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "A mismatch message swaps its two sides")]
    public async Task OtherName_NamesIndexAndBothSides()
    {
        var error = await ReplayAsync(
            context => context.Sleep(TimeSpan.FromSeconds(1), "old"),
            context => context.Sleep(TimeSpan.FromSeconds(1), "new"));

        Assert.StartsWith("Error code=570 message=[RSTA0570] Journal mismatch at command 1 (SleepCommand 'new').\n", error, StringComparison.Ordinal);
        Assert.Contains("recorded \"old\", attempted \"new\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitThatWasNotThere_IsSaid()
    {
        var error = await ReplayAsync(
            async context =>
            {
                _ = context.Sleep(TimeSpan.FromSeconds(1));
                await context.Sleep(TimeSpan.FromSeconds(2));
            },
            async context =>
            {
                await context.Sleep(TimeSpan.FromSeconds(1));
                await context.Sleep(TimeSpan.FromSeconds(2));
            });

        Assert.Equal(
            "Error code=570 message=[RSTA0570] Journal mismatch: the handler waits where an earlier attempt went on.\n"
            + "  recorded by an earlier attempt: 1 more commands, the next of type SleepCommand\n"
            + "  attempted now:                  a wait for completion 1\n"
            + Advice,
            error);
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "Changed code ends with an empty success")]
    public async Task HandlerReturnsEarly_IsSaid()
    {
        var error = await ReplayAsync(
            async context =>
            {
                context.States.Get<int>("a").Set(1);
                context.States.Get<int>("b").Set(2);
                await context.Sleep(TimeSpan.FromSeconds(2));
            },
            _ => Task.CompletedTask);

        Assert.Contains("[RSTA0570] Journal mismatch at command 1 (OutputCommand).\n  command: recorded SetStateCommand, attempted OutputCommand", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServiceProtocolVersion.V7, JournalMismatchHandling.Pause, " behavior=Pause")]
    [InlineData(ServiceProtocolVersion.V7, JournalMismatchHandling.Fail, " behavior=Fail")]
    [InlineData(ServiceProtocolVersion.V7, JournalMismatchHandling.Retry, "related_command_type=1028")]
    [InlineData(ServiceProtocolVersion.V6, JournalMismatchHandling.Fail, "related_command_type=1028")]
    internal async Task Option_SaysWhatBecomesOfTheInvocation(ServiceProtocolVersion version, JournalMismatchHandling handling, string end)
    {
        var error = await ReplayAsync(
            async context =>
            {
                context.States.Get<int>("n").Set(1);
                await context.Sleep(TimeSpan.FromSeconds(1));
            },
            async context =>
            {
                context.States.Get<int>("n").Clear();
                await context.Sleep(TimeSpan.FromSeconds(1));
            },
            version,
            handling);

        Assert.StartsWith("Error code=570 ", error, StringComparison.Ordinal);
        Assert.EndsWith(end, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MismatchIsSwallowed_NothingMoreIsSent()
    {
        var error = await ReplayAsync(
            async context =>
            {
                context.States.Get<int>("n").Set(1);
                await context.Sleep(TimeSpan.FromSeconds(1));
            },
            async context =>
            {
                for (var i = 0; i < 3; i++)
                {
                    Assert.ThrowsAny<Exception>(() => context.States.Get<int>("n").Clear());
                }

                await Assert.ThrowsAnyAsync<Exception>(() => context.Sleep(TimeSpan.FromSeconds(1)));
            });

        Assert.StartsWith("Error code=570 ", error, StringComparison.Ordinal);
    }

    private static async Task<string> ReplayAsync(
        Func<IActorContext, Task> recorded,
        Func<IActorContext, Task> attempted,
        ServiceProtocolVersion version = ServiceProtocolVersion.V6,
        JournalMismatchHandling handling = JournalMismatchHandling.Retry)
    {
        await using var host = new EngineHost(options: options => options.JournalMismatch = handling);
        host.Script.Handler = async (context, _) =>
        {
            await recorded(context);
            return "";
        };
        var first = AttemptPeer.Start(host, JournalScript.Object() with { Version = version }, isInputClosed: true);
        Assert.StartsWith("Suspension", first.Take()[^1], StringComparison.Ordinal);
        host.Script.Handler = async (context, _) =>
        {
            await attempted(context);
            return "";
        };
        return Assert.Single(await first.Retry().FinishAsync());
    }
}
