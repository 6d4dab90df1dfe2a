using System.Runtime.CompilerServices;
using Restate.Actors.Dashboard.Tests.Actors;
using Restate.Actors.Dashboard.Tests.TestTools;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Browser;

/// <summary>The page in a real browser.</summary>
[Collection(ServerTests.Name)]
public sealed class PageTests(ServerFixture server)
{
    private DashboardHost Host => server.Host;

    [Fact]
    [Capability("Tooling and documents", "Dashboard for development")]
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
        Assert.Empty(seen.Items("faint"));
        Assert.Empty(seen.Items("nameless"));
        await EndAsync(holder, broken, delivery);
        Host.Coins.Finish("oslo", 12);
        await counting.AttachAsync();
    }

    [Fact]
    public async Task Page_NamesAndFailuresThatAreMarkup_StayText()
    {
        const string Key = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>\"'&/%41";
        var broken = await Host.Client.GetActor<ITill>(Key).Send(till => till.Break("<img src=x onerror='window.hacked=1'>\n</pre><script>window.hacked=1</script>"));
        var id = await broken.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "backing-off" && answer.Items("events").Any());

        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["keys"] = "/keys",
            ["invocations"] = "/invocations",
            ["filtered"] = $"/invocations?key={Uri.EscapeDataString(Key)}",
            ["journal"] = $"/invocations/{id}",
        };
        var seen = await BrowserScene.RunAsync("hostile.mjs", new { address = Host.Uri, places, key = Key });

        await EndAsync(broken);
        Assert.Empty(seen.Items("complaints"));
        Assert.False(seen.Flag("hasRun"));
        Assert.Equal(Key, seen.Text("filter"));
        foreach (var place in places.Keys)
        {
            Assert.Contains(Key, seen.Text(place), StringComparison.Ordinal);
            Assert.Contains("<img src=x onerror='window.hacked=1'>", seen.Text(place), StringComparison.Ordinal);
            Assert.Equal(0, seen.Number($"{place}Markup"));
        }
    }

    [Fact]
    public async Task Page_WithTheKeyboard_AllCanBeReachedAndTheFocusStays()
    {
        var nap = await Host.Client.GetActor<ITill>("keyboard").Send(till => till.Nap(TimeSpan.FromHours(1)));
        var id = await nap.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "suspended");

        var seen = await BrowserScene.RunAsync("keyboard.mjs", new { address = Host.Uri, key = "keyboard", invocation = id });

        Assert.Empty(seen.Items("complaints"));
        Assert.Equal(
            ["Skip to the content", "Overview", "Blocked keys", "Invocations", "Pause"],
            seen.Items("order").Take(5).Select(name => name.GetString()));
        Assert.EndsWith("running", seen.Items("order").ElementAt(5).GetString(), StringComparison.Ordinal);
        Assert.Equal("view", seen.Text("skipped"));
        Assert.Equal("Overview", seen.Text("heading"));
        Assert.Equal("Till", seen.Text("kept"));
        Assert.Equal("view", seen.Text("afterLink"));
        Assert.Equal("Invocations", seen.Text("current"));
        Assert.Equal("status", seen.Text("filter"));
        Assert.Equal(1, seen.Number("rows"));
        Assert.Contains("Kill Till/keyboard/Nap and the calls that it waits for? Nothing is cleaned up.", seen.Text("question"), StringComparison.Ordinal);
        Assert.Equal("Kill …", seen.Text("afterEscape"));
        Assert.Contains("suspended", seen.Text("stillThere"), StringComparison.Ordinal);
        Assert.Contains("[409] killed", seen.Text("killed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_News_ComeInWhileItIsSeenAndNotPaused()
    {
        var seen = await BrowserScene.RunAsync(
            "live.mjs", new { address = Host.Uri, key = "news" }, async _ => await Host.Client.GetActor<ITill>("news").Pay(1));

        Assert.Empty(seen.Items("complaints"));
        Assert.StartsWith("Live", seen.Text("contact"), StringComparison.Ordinal);
        Assert.Equal(0, seen.Number("whileHidden"));
        Assert.True(seen.Number("afterwards") > 0);
        Assert.Equal(0, seen.Number("whilePaused"));
        Assert.StartsWith("Paused", seen.Text("pausedContact"), StringComparison.Ordinal);
        Assert.Equal("true", seen.Text("isPressed"));
    }

    [Fact]
    public async Task Page_ServerOrApplicationIsGone_SaysWhich()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings { AdminUri = new Uri("http://127.0.0.1:9/") });

        var seen = await BrowserScene.RunAsync("unreachable.mjs", new { address = host.Uri, pictures = Pictures() }, async _ => await host.DisposeAsync());

        Assert.Contains("127.0.0.1:9", seen.Text("problem"), StringComparison.Ordinal);
        Assert.Contains("Till", seen.Text("main"), StringComparison.Ordinal);
        Assert.StartsWith("Trying again", seen.Text("contact"), StringComparison.Ordinal);
        Assert.Contains("The Restate server gives no answer.", seen.Text("keys"), StringComparison.Ordinal);
        Assert.Contains("This application does not answer.", seen.Text("stopped"), StringComparison.Ordinal);
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
