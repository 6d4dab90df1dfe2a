using System.ComponentModel;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Activations;

/// <summary>State values that the activation keeps decoded between invocations.</summary>
public sealed class DecodedStateTests
{
    [Fact]
    [Capability("Hosting", "In-process activation cache between turns")]
    public async Task Read_InTwoInvocations_SameObjectWhileTheBytesAreEqual()
    {
        await using var host = new EngineHost();
        List<Limits> seen = [];
        host.Script.Handler = async (context, input) =>
        {
            seen.Add((await context.States.Get<Limits>("limits").GetAsync())!);
            return input;
        };
        var journal = JournalScript.Object() with { State = [("limits", "{\"most\":1}")] };

        await AttemptPeer.Start(host, journal).FinishAsync();
        await AttemptPeer.Start(host, journal).FinishAsync();
        await AttemptPeer.Start(host, journal with { State = [("limits", "{\"most\":2}")] }).FinishAsync();
        await AttemptPeer.Start(host, journal with { Key = "other" }).FinishAsync();

        Assert.Same(seen[0], seen[1]);
        Assert.Equal([1, 1, 2, 1], seen.Select(limits => limits.Most));
        Assert.NotSame(seen[0], seen[3]);
    }

    [ImmutableObject(true)]
    private sealed record Limits(int Most);
}
