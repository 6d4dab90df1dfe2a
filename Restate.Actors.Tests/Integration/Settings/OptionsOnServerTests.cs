using System.Net;
using System.Text.Json.Nodes;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Settings;

/// <summary>What a real server makes of options.</summary>
[Collection(RealServer.Name)]
public sealed class OptionsOnServerTests(RestateServerFixture fixture) : IAsyncLifetime
{
    private ActorApp _app = null!;

    private RestateServer Server => fixture.Server;

    public async Task InitializeAsync()
    {
        _app = await ActorApp.StartAsync(
            Server,
            ["Vault", "Booking", "Hidden", "Front", "Doomed"],
            actors => actors.ConfigureDefaults(options => options.Metadata["host"] = "test"));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    [Capability("State", "Lazy state opt-in")]
    [Capability("Service and handler options (discovery)", "Idempotency and journal retention")]
    [Capability("Service and handler options (discovery)", "Inactivity and abort timeout")]
    public async Task Options_OfAServiceAndItsHandlers_AreEffective()
    {
        var vault = await DescribeAsync("Vault");
        var total = Handler(vault, "total");
        var booking = await DescribeAsync("Booking");

        Assert.Equal("5m", (string?)vault["inactivity_timeout"]);
        Assert.Equal("1d", (string?)vault["abort_timeout"]);
        Assert.Equal("2h", (string?)vault["idempotency_retention"]);
        Assert.True((bool)vault["enable_lazy_state"]!);
        Assert.Equal("Holds \"gold\".", (string?)vault["documentation"]);
        Assert.Equal("""{"host":"test","team":"storage"}""", Sorted(vault["metadata"]!));
        Assert.Equal(
            """{"exponentiation_factor":1.5,"initial_interval":"250ms","max_attempts":5,"max_interval":"10s","on_max_attempts":"Kill"}""",
            Sorted(vault["retry_policy"]!));
        Assert.True((bool)vault["public"]!);
        Assert.False((bool)total["public"]!);
        Assert.False((bool)total["enable_lazy_state"]!);
        Assert.Equal(1, (int)total["retry_policy"]!["max_attempts"]!);
        Assert.Equal("7d", (string?)booking["workflow_completion_retention"]);
    }

    [Fact]
    [Capability("Service and handler options (discovery)", "Hidden from ingress")]
    public async Task IngressPrivate_FromIngress_Is400_AndFromAHandlerFine()
    {
        var outside = await Server.Ingress.PostJsonAsync("/restate/call/Hidden/Answer", "1");
        var inside = await Server.Ingress.PostJsonAsync("/restate/call/Front/Ask", "41");

        Assert.Equal(HttpStatusCode.BadRequest, outside.Status);
        Assert.Equal((HttpStatusCode.OK, "42"), (inside.Status, inside.Text));
    }

    [Fact]
    [Capability("Service and handler options (discovery)", "Invocation retry policy, pause or kill at the end")]
    public async Task Kill_AfterTheLastAttempt_EndsTheInvocation()
    {
        var answer = await Server.Ingress.PostAsync("/restate/call/Doomed/Fail");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("attempt 2", answer.Text, StringComparison.Ordinal);
    }

    private static JsonObject Handler(JsonNode service, string name) =>
        service["handlers"]!.AsArray().Select(handler => handler!.AsObject()).Single(handler => (string?)handler["name"] == name);

    private static string Sorted(JsonNode pairs) =>
        new JsonObject(pairs.AsObject().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
            .ToJsonString();

    private async Task<JsonNode> DescribeAsync(string service)
    {
        var answer = await Server.Admin.SendAsync(HttpMethod.Get, $"/services/{service}");
        return JsonNode.Parse(answer.Text)!;
    }
}
