using System.Net;
using System.Text.Json;
using Restate.Actors.Dashboard.Tests.Actors;
using Restate.Actors.Dashboard.Tests.TestTools;
using Restate.Actors.Tests;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Api;

[Collection(ServerTests.Name)]
public sealed class InvocationsTests(ServerFixture server)
{
    private DashboardHost Host => server.Host;

    [Fact]
    public async Task Invocations_MoreThanAPage_ArePagedWithoutGapsWhileNewOnesCome()
    {
        var till = Host.Client.GetActor<ITill>("pages");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 120; i++)
        {
            var sent = await till.Send(one => one.Pay(1));
            ids.Add(await sent.GetIdAsync());
        }

        var first = await Host.AskUntilAsync("api/invocations?service=Till&key=pages", answer => answer.Items("invocations").Count() == 50);
        await till.Send(one => one.Pay(1));
        var second = await Host.AskAsync($"api/invocations?service=Till&key=pages&after={Uri.EscapeDataString(first.Text("next")!)}");
        var third = await Host.AskAsync($"api/invocations?service=Till&key=pages&after={Uri.EscapeDataString(second.Text("next")!)}");

        string[] seen = [.. new[] { first, second, third }.SelectMany(IdsOf)];
        Assert.Equal([50, 50, 20], new[] { first, second, third }.Select(page => page.Items("invocations").Count()));
        Assert.Null(third.Text("next"));
        Assert.Equal(ids, seen.ToHashSet());
        Assert.Equal(120, seen.Length);
    }

    [Fact]
    public async Task Invocations_Filtered_AreThoseOfStatusHandlerAndKey()
    {
        var till = Host.Client.GetActor<ITill>("filter 'x");
        var done = await till.Send(one => one.Pay(1));
        await done.AttachAsync();
        var holder = await till.Send(one => one.CountCoins());
        var waiting = await till.Send(one => one.Pay(2));
        var later = await till.Send(one => one.Pay(3), new SendOptions { Delay = TimeSpan.FromHours(1) });

        async Task<string[]> ListAsync(string query) => IdsOf(await Host.AskAsync($"api/invocations?service=Till&key=filter%20%27x&{query}")).ToArray();
        await Host.AskUntilAsync($"api/invocations/{await holder.GetIdAsync()}", answer => answer.GetProperty("invocation").Text("status") == "running");

        Assert.Equal([await done.GetIdAsync()], await ListAsync("status=completed&handler=Pay"));
        Assert.Equal([await holder.GetIdAsync()], await ListAsync("status=running"));
        Assert.Equal([await waiting.GetIdAsync()], await ListAsync("status=pending"));
        Assert.Equal([await later.GetIdAsync()], await ListAsync("status=scheduled"));

        // Both may be of one millisecond; then their ids decide the order.
        Assert.Equal(new HashSet<string> { await waiting.GetIdAsync(), await holder.GetIdAsync() }, (await ListAsync("status=running,pending")).ToHashSet());
        Assert.Empty(await ListAsync("handler=Sum"));
        var scheduled = (await Host.AskAsync($"api/invocations/{await later.GetIdAsync()}")).GetProperty("invocation");
        Assert.InRange(scheduled.GetProperty("scheduledStartAt").GetDateTimeOffset() - scheduled.GetProperty("createdAt").GetDateTimeOffset(), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
        Host.Coins.Finish("filter 'x", 1);
        await waiting.AttachAsync();
    }

    [Fact]
    public async Task Invocation_WaitsForItsKey_TellsWhoHoldsIt()
    {
        var till = Host.Client.GetActor<ITill>("queue");
        var holder = await till.Send(one => one.CountCoins());
        await Host.AskUntilAsync($"api/invocations/{await holder.GetIdAsync()}", answer => answer.GetProperty("invocation").Text("status") == "running");
        var waiting = await till.Send(one => one.Pay(2));

        var answer = await Host.AskUntilAsync($"api/invocations/{await waiting.GetIdAsync()}", answer => answer.TryGetProperty("holder", out _));
        Host.Coins.Finish("queue", 1);
        await waiting.AttachAsync();

        Assert.Equal("pending", answer.GetProperty("invocation").Text("status"));
        Assert.Equal(await holder.GetIdAsync(), answer.GetProperty("holder").Text("id"));
        Assert.Equal("Till/queue/CountCoins", answer.GetProperty("holder").Text("target"));
    }

    [Fact]
    [Capability("Tooling and documents", "Dashboard for development")]
    public async Task Invocation_Workflow_JournalIsATimelineOfSteps()
    {
        var delivery = await Host.Client.GetActor<IDelivery>("journal").Send(one => one.Run("piano"));
        var id = await delivery.GetIdAsync();

        var waiting = await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.Items("waitsFor").Any(wait => wait.Text("type") == "GetPromise"));
        await Host.Client.GetActor<IDelivery>("journal").Sign("bob");
        await delivery.AttachAsync();
        var done = await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "completed");

        Assert.Equal("signature", Assert.Single(waiting.Items("waitsFor")).Text("subject"));
        Assert.Equal(["Input", "Call", "Run", "Sleep", "GetPromise", "Output"], done.Items("steps").Select(step => step.Text("type")));
        Assert.Equal(["Prices/Of", "signature"], done.Items("steps").Select(step => step.Text("subject")).OfType<string>());
        Assert.Equal(["book the van", "loading"], done.Items("steps").Select(step => step.Text("name")).OfType<string>());
        Assert.All(done.Items("steps"), step => Assert.False(step.Flag("isOpen")));
        var sleep = done.Find("steps", "name", "loading")!.Value;
        Assert.True(sleep.GetProperty("endedAt").GetDateTimeOffset() - sleep.GetProperty("startedAt").GetDateTimeOffset() > TimeSpan.FromMilliseconds(200));
        Assert.Equal("success", done.GetProperty("invocation").Text("result"));
    }

    [Fact]
    public async Task Invocation_LongJournal_IsReadInParts()
    {
        var tidy = await Host.Client.GetActor<ITill>("long").Send(one => one.Tidy(300));
        var id = await tidy.GetIdAsync();

        var first = await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "completed");
        var second = await Host.AskAsync($"api/invocations/{id}?from={first.Number("next")}");

        Assert.Equal(500, first.Number("next"));
        Assert.False(second.TryGetProperty("next", out _));
        string[] names = [.. first.Items("steps").Concat(second.Items("steps")).Select(step => step.Text("name")).OfType<string>()];
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"shelf {i}"), names);
        Assert.DoesNotContain(first.Items("steps").Concat(second.Items("steps")), step => step.Flag("isOpen"));
        Assert.Equal("Output", second.Items("steps").Last().Text("type"));
    }

    [Fact]
    public async Task Invocation_Fails_EventsCarryMessageCommandAndStackTrace()
    {
        var broken = await Host.Client.GetActor<ITill>("events").Send(one => one.Break("jammed"));
        var id = await broken.GetIdAsync();

        var answer = await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.Items("events").Any());
        Assert.Equal(202, await ActAsync(id, "kill"));

        var failure = answer.Items("events").First();
        Assert.Equal("TransientError", failure.Text("type"));
        Assert.Equal("jammed", failure.Text("message"));
        Assert.Equal("Run break", failure.Text("command"));
        Assert.Contains("InvalidOperationException", failure.Text("stackTrace"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invocation_Unknown_Is404WithAReason()
    {
        using var response = await Host.Http.GetAsync("api/invocations/inv_1dceKvwtEc2n6oU10gaDtI2ymoVXByGGb9");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("The server knows no invocation", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_AsThePageDoes_EndsTheInvocation_ForeignRequestsDoNot()
    {
        var nap = await Host.Client.GetActor<ITill>("cancel").Send(one => one.Nap(TimeSpan.FromHours(1)));
        var id = await nap.GetIdAsync();
        await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "suspended");

        Assert.Equal(403, await ActAsync(id, "cancel", isPage: false));
        var untouched = await Host.AskAsync($"api/invocations/{id}");
        Assert.Equal(202, await ActAsync(id, "cancel"));
        var cancelled = await Host.AskUntilAsync($"api/invocations/{id}", answer => answer.GetProperty("invocation").Text("status") == "completed");

        Assert.Equal("suspended", untouched.GetProperty("invocation").Text("status"));
        Assert.Equal("failure", cancelled.GetProperty("invocation").Text("result"));
        Assert.StartsWith("[409", cancelled.GetProperty("invocation").Text("failure"), StringComparison.Ordinal);
        Assert.Equal(404, await ActAsync("inv_1dceKvwtEc2n6oU10gaDtI2ymoVXByGGb9", "cancel"));
    }

    private static IEnumerable<string> IdsOf(JsonElement page) => page.Items("invocations").Select(invocation => invocation.Text("id")!);

    private async Task<int> ActAsync(string id, string action, bool isPage = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/invocations/{id}/{action}");
        if (isPage)
        {
            request.Headers.Add("x-actor-dashboard", "1");
        }

        using var response = await Host.Http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
