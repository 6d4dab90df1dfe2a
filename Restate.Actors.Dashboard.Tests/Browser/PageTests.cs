using System.Runtime.CompilerServices;
using Restate.Actors.Dashboard.Tests.Actors;
using Restate.Actors.Dashboard.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Browser;

/// <summary>The page in a real browser.</summary>
[Collection(ServerTests.Name)]
public sealed class PageTests(ServerFixture server)
{
    private DashboardHost Host => server.Host;

    [Fact]
    public async Task Page_AllViews_ShowWhatIsGoingOn_InLightAndDark()
    {
        var holder = await Host.Client.GetActor<ITill>("berlin").Send(till => till.HoldUntilSignal());
        var holderId = await holder.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{holderId}", answer => answer.GetProperty("invocation").Text("status") == "suspended");
        var caller = await Host.Client.GetActor<ITill>("paris").Send(till => till.PayAt("berlin", 40));
        await Host.Client.GetActor<ITill>("berlin").Send(till => till.Pay(3));
        await Host.Client.GetActor<ITill>("paris").Send(till => till.Pay(3));
        var broken = await Host.Client.GetActor<ITill>("rome").Send(till => till.Break("The drawer is jammed."));
        var counting = await Host.Client.GetActor<ITill>("oslo").Send(till => till.CountCoins());
        await Host.Client.GetActor<ITill>("oslo").Send(till => till.Pay(7));
        await Host.Client.GetActor<ITill>("later").Send(till => till.Pay(1), new SendOptions { Delay = TimeSpan.FromHours(1) });
        var delivery = await Host.Client.GetActor<IDelivery>("piano-7").Send(one => one.Run("piano"));
        var deliveryId = await delivery.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{deliveryId}", answer => answer.Items("waitsFor").Any(wait => wait.Text("type") == "GetPromise"));
        await Host.AskUntilAsync($"api/invocations/{await caller.GetIdAsync()}", answer => answer.GetProperty("invocation").Text("status") == "suspended");
        await Host.AskUntilAsync($"api/invocations/{await broken.GetIdAsync()}", answer => answer.GetProperty("invocation").Text("status") == "backing-off");
        await Host.AskUntilAsync($"api/invocations/{await counting.GetIdAsync()}", answer => answer.GetProperty("invocation").Text("status") == "running");

        var seen = await BrowserScene.RunAsync("tour.mjs", new { address = Host.Uri, pictures = Pictures(), holder = holderId, delivery = deliveryId });

        Assert.Empty(seen.Items("complaints"));
        Assert.Equal([Host.Uri.Authority], seen.Items("hosts").Select(host => host.GetString()));
        Assert.Contains("Till", seen.Text("actors"), StringComparison.Ordinal);
        Assert.Contains("exclusive", seen.Text("actors"), StringComparison.Ordinal);
        Assert.Contains("waits for the signal unlock", seen.Text("blocked"), StringComparison.Ordinal);
        Assert.Contains("waits for the call of Till/berlin/Pay", seen.Text("keys"), StringComparison.Ordinal);
        Assert.Contains("The drawer is jammed.", seen.Text("keys"), StringComparison.Ordinal);
        Assert.Contains("waits for the step count the coins", seen.Text("keys"), StringComparison.Ordinal);
        Assert.True(seen.Flag("isHolder"));
        Assert.Contains("waits for the signal unlock", seen.Text("holder"), StringComparison.Ordinal);
        Assert.Contains("Delivery/piano-7/Run", seen.Text("invocations"), StringComparison.Ordinal);
        Assert.Contains("book the van", seen.Text("journal"), StringComparison.Ordinal);
        Assert.Equal(5, seen.Items("bars").Count(bar => bar.GetDouble() >= 4));
        Assert.NotEqual(seen.Text("light"), seen.Text("dark"));
        await EndAsync(holder, broken, delivery);
        Host.Coins.Finish("oslo", 12);
        await counting.AttachAsync();
    }

    /// <summary>Gets where pictures go: nowhere, unless those of the documentation are to be made anew.</summary>
    private static string? Pictures([CallerFilePath] string file = "") => Environment.GetEnvironmentVariable("UPDATE_IMAGES") == "1"
        ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "images"))
        : null;

    private async Task EndAsync(params InvocationHandle[] invocations)
    {
        foreach (var invocation in invocations)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/invocations/{await invocation.GetIdAsync()}/kill");
            request.Headers.Add("x-actor-dashboard", "1");
            using var response = await Host.Http.SendAsync(request);
            Assert.True(response.IsSuccessStatusCode);
        }
    }
}
