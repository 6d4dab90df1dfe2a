using Restate.Actors.Chaos.Driver.Abuse;
using Restate.Actors.Chaos.Driver.Checks;
using Xunit;
using Xunit.Abstractions;

namespace Restate.Actors.Chaos.Tests.Abuse;

/// <summary>An endpoint in a process of its own survives what is done to it and keeps nothing of it.</summary>
public sealed class AbuseTests(ITestOutputHelper output)
{
    [Fact]
    public Task SlowSenders_TheOthersAreServedAndNothingIsLeft() => SurvivesAsync(new SlowSenders(300, TimeSpan.FromSeconds(3)));

    [Fact]
    public Task AbortedStreams_TenThousandInTheMiddleOfAttempts_NothingIsLeft() => SurvivesAsync(new AbortedStreams(10_000));

    [Fact]
    public Task OversizedBodies_AreRefusedAndNothingIsLeft() => SurvivesAsync(new OversizedBodies());

    private async Task SurvivesAsync(IAttack attack)
    {
        await using var endpoint = await AbusedEndpoint.StartAsync();

        var report = await endpoint.AttackAsync(attack);

        output.WriteLine($"{report}");
        Assert.True(report.Answered);
        Assert.True(report.IsIdle, $"{report.After}");
        Assert.Empty(endpoint.Mishaps);
        Assert.Empty(LogReview.Review(endpoint.Log));
    }
}
