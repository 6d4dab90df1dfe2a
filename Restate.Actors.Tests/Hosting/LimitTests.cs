using System.Net;
using Microsoft.Extensions.Options;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

/// <summary>Limits of the engine, as the server meets them.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Invoke_AsManyAttemptsAsAllowed_NextIsRefusedAndServedLater()
    {
        await using var host = await EndpointHost.StartAsync(options => options.MaxConcurrentAttempts = 2);
        host.Script.Handler = static async (context, input) => $"{await context.CreateAwakeable<int>().Task}{input}";
        await using var first = host.Invoke(JournalScript.Object() with { Key = "1" });
        await using var second = host.Invoke(JournalScript.Object() with { Key = "2" });
        await first.ResponseAsync();
        await second.ResponseAsync();

        await using var refused = host.Invoke(JournalScript.Object() with { Key = "3" });

        var response = await refused.ResponseAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("1", response.Headers.GetValues("retry-after").Single());
        Assert.Equal("This endpoint runs as many attempts as RestateActorsOptions.MaxConcurrentAttempts allows.", await response.Content.ReadAsStringAsync());
        await first.SendAsync(WireFrame.Signal(17, "1"));
        Assert.Equal(["OutputCommand value=\"1in\"", "End"], await first.FinishAsync());
        await Eventually.BecomesTrueAsync(() => Task.FromResult(host.Engine.RunningCount == 1));
        await using var later = host.Invoke(JournalScript.Object() with { Key = "3" });
        Assert.Equal(HttpStatusCode.OK, (await later.ResponseAsync()).StatusCode);
    }

    [Fact]
    public async Task Invoke_MessageLargerThanAllowed_Refused()
    {
        await using var host = await EndpointHost.StartAsync(options => options.MaxMessageBytes = 64 * 1024);
        host.Script.Handler = static (_, input) => Task.FromResult($"{input.Length}");
        await using var small = host.Invoke(JournalScript.Object(input: $"\"{new string('x', 60_000)}\"") with { Key = "small" });
        await using var large = host.Invoke(JournalScript.Object(input: $"\"{new string('x', 70_000)}\"") with { Key = "large" });

        Assert.Equal(["OutputCommand value=\"60000\"", "End"], await small.FinishAsync());
        Assert.StartsWith("Error code=500 message=The received InputCommand message has 700", Assert.Single(await large.FinishAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongSettings_AllAreNamed()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => EndpointHost.StartAsync(options =>
        {
            options.MaxMessageBytes = 1000;
            options.MaxJournalBytes = 10;
            options.MaxConcurrentAttempts = 0;
            options.ExclusiveGracePeriod = TimeSpan.FromSeconds(-2);
            options.ActivationIdleTimeout = TimeSpan.FromDays(50);
            options.StreamEndTimeout = TimeSpan.Zero;
            options.LongTurnThreshold = TimeSpan.Zero;
            options.Services = null!;
        }));

        Assert.Equal(
            [
                "RestateActorsOptions.MaxMessageBytes is 1000; it must be at least 65536 bytes.",
                "RestateActorsOptions.MaxJournalBytes is 10; it must be at least 1000 bytes, not below MaxMessageBytes.",
                "RestateActorsOptions.MaxConcurrentAttempts is 0; it must be at least 1 attempts.",
                "RestateActorsOptions.ExclusiveGracePeriod is -00:00:02; it must be Timeout.InfiniteTimeSpan, or from 00:00:00 to 49 days.",
                "RestateActorsOptions.ActivationIdleTimeout is 50.00:00:00; it must be Timeout.InfiniteTimeSpan, or from 00:00:00 to 49 days.",
                "RestateActorsOptions.StreamEndTimeout is 00:00:00; it must be Timeout.InfiniteTimeSpan, or from 00:00:00.0010000 to 49 days.",
                "RestateActorsOptions.LongTurnThreshold is 00:00:00; it must be Timeout.InfiniteTimeSpan, or from 00:00:00.0010000 to 49 days.",
                "RestateActorsOptions.Services is null; leave it empty to serve all.",
            ],
            error.Failures);
    }
}
