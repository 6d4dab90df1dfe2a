using System.Text.Json;
using Restate.Actors.Dashboard.Tests.Actors;
using Restate.Actors.Dashboard.Tests.TestTools;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Api;

[Collection(ServerTests.Name)]
public sealed class KeysTests(ServerFixture server)
{
    private DashboardHost Host => server.Host;

    [Fact]
    public async Task Keys_HolderRunsAStep_CallsThatWaitAreCounted()
    {
        var till = Host.Client.GetActor<ITill>("keys-step");
        var holder = await till.Send(one => one.CountCoins());
        await UntilHeldAsync(holder);
        var first = await till.Send(one => one.Pay(1));
        var second = await till.Send(one => one.Pay(2));

        var key = await KeyAsync("keys-step", key => key.Number("waiting") == 2 && key.Items("waitsFor").Any());
        Host.Coins.Finish("keys-step", 5);
        await second.AttachAsync();
        var after = await Host.AskUntilAsync("api/keys", answer => answer.Find("keys", "key", "keys-step") is null);

        Assert.Equal("Till", key.Text("service"));
        Assert.Equal(await holder.GetIdAsync(), key.Text("holder"));
        Assert.Equal("CountCoins", key.Text("handler"));
        Assert.Equal("running", key.Text("status"));
        Assert.InRange(key.GetProperty("since").GetDateTimeOffset(), DateTimeOffset.UnixEpoch, key.GetProperty("oldestAt").GetDateTimeOffset());
        Assert.Equal([("Run", "count the coins")], key.Items("waitsFor").Select(wait => (wait.Text("type")!, wait.Text("subject")!)));
        Assert.False(after.Flag("isCut"));
        await first.AttachAsync();
    }

    [Fact]
    [Capability("Tooling and documents", "Dashboard for development")]
    public async Task Keys_HolderCallsAnotherBlockedKey_BothSayForWhatTheyWait()
    {
        var blocked = Host.Client.GetActor<ITill>("keys-locked");
        var holder = await blocked.Send(one => one.HoldUntilSignal());
        await UntilHeldAsync(holder);
        var caller = await Host.Client.GetActor<ITill>("keys-caller").Send(one => one.PayAt("keys-locked", 40));
        await UntilHeldAsync(caller);
        await Host.Client.GetActor<ITill>("keys-caller").Send(one => one.Pay(1));

        var locked = await KeyAsync("keys-locked", key => key.Text("status") == "suspended" && key.Number("waiting") == 1);
        var calling = await KeyAsync("keys-caller", key => key.Text("status") == "suspended" && key.Number("waiting") == 1);
        await KillAsync(await holder.GetIdAsync());
        await caller.AttachAsync();

        Assert.Equal([("Signal", "unlock")], locked.Items("waitsFor").Select(wait => (wait.Text("type")!, wait.Text("subject")!)));
        var wait = Assert.Single(calling.Items("waitsFor"));
        Assert.Equal(("Call", "Till/keys-locked/Pay"), (wait.Text("type"), wait.Text("subject")));
        Assert.StartsWith("inv_", wait.Text("invocationId"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_HolderFails_IsThereThoughNobodyWaits_WithTheFirstLineOfTheFailure()
    {
        var broken = await Host.Client.GetActor<ITill>("keys-broken").Send(one => one.Break("<b>jammed</b>\nsecond line"));

        var key = await KeyAsync("keys-broken", key => key.Text("status") == "backing-off");
        await KillAsync(await broken.GetIdAsync());

        Assert.Equal(0, key.Number("waiting"));
        Assert.True(key.Number("retryCount") >= 1);
        Assert.Equal("[500 Internal] <b>jammed</b>", key.Text("failure"));
        Assert.NotNull(key.Text("nextRetryAt"));
    }

    [Fact]
    public async Task Keys_HolderSleeps_TheTimerTellsWhenItGoesOn()
    {
        var till = Host.Client.GetActor<ITill>("keys-nap");
        var nap = await till.Send(one => one.Nap(TimeSpan.FromHours(2)));
        await UntilHeldAsync(nap);
        await till.Send(one => one.Pay(1));

        var key = await KeyAsync("keys-nap", key => key.Number("waiting") == 1 && key.Items("waitsFor").Any());
        await KillAsync(await nap.GetIdAsync());

        var wait = Assert.Single(key.Items("waitsFor"));
        Assert.Equal(("Sleep", "nap"), (wait.Text("type"), wait.Text("subject")));
        Assert.InRange(wait.GetProperty("until").GetDateTimeOffset() - key.GetProperty("since").GetDateTimeOffset(), TimeSpan.FromMinutes(119), TimeSpan.FromMinutes(121));
    }

    private async Task UntilHeldAsync(InvocationHandle invocation)
    {
        var id = await invocation.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") is "running" or "suspended");
    }

    private async Task<JsonElement> KeyAsync(string key, Func<JsonElement, bool> isThere)
    {
        var answer = await Host.AskUntilAsync("api/keys", answer => answer.Find("keys", "key", key) is { } found && isThere(found));
        return answer.Find("keys", "key", key)!.Value;
    }

    private async Task KillAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/invocations/{id}/kill");
        request.Headers.Add("x-actor-dashboard", "1");
        using var response = await Host.Http.SendAsync(request);
        Assert.Equal(202, (int)response.StatusCode);
    }
}
