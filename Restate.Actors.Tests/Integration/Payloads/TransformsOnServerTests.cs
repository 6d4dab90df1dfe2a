using System.Net;
using System.Text.Json.Nodes;
using Docs;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Payloads;

/// <summary>Compression and non-deterministic encryption of payloads, with replays after every wait.</summary>
[Collection(RealServer.Name)]
public sealed class TransformsOnServerTests(RestateServerFixture fixture)
{
    private static readonly Dictionary<string, byte[]> Keys = new() { ["old"] = Enumerable.Repeat((byte)1, 32).ToArray(), ["new"] = Enumerable.Repeat((byte)2, 32).ToArray() };

    private readonly string _key = $"key-{Guid.NewGuid():N}";

    [Fact]
    [Capability("Serialization", "Transform every stored byte (encrypt, compress)")]
    public async Task Work_WithReplays_EndsAndLeavesNothingReadable()
    {
        await using var app = await StartAsync(keys: "new");

        var handle = await ClientOf(app).GetActor<ISealedVault>(_key).Send(vault => vault.Work("p4ssword"));

        Assert.Equal("p4ssword step echo, p4ssword, 5 bytes", await handle.AttachAsync());
        var rows = await fixture.Server.Admin.QueryAsync(
            $"SELECT raw FROM sys_journal WHERE id = '{await handle.GetIdAsync()}'");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain(Convert.ToHexString("p4ssword"u8), row.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal("005241", (await StateAsync("secret"))[..6]);
    }

    [Fact]
    public async Task Plain_CallerWithoutTheTransform_SendsAndGetsPlainJson()
    {
        await using var app = await StartAsync(keys: "new");

        var answer = await fixture.Server.Ingress.PostJsonAsync($"/SealedVault/{_key}/Echo", "\"hello\"");
        var shown = await fixture.Server.Ingress.PostAsync($"/SealedVault/{_key}/Show");

        Assert.Equal("\"hello echo\"", answer.Text);
        Assert.Equal("application/json", answer.Headers["content-type"]);
        Assert.Equal("null", shown.Text);
    }

    [Fact]
    public async Task Result_ForCallerWithTheTransform_IsEncoded()
    {
        await using var app = await StartAsync(keys: "new");
        var vault = ClientOf(app).GetActor<ISealedVault>(_key);
        await vault.Write("x");

        var handle = await vault.Send(other => other.Show());

        Assert.Equal("x", await handle.AttachAsync());
        var raw = await fixture.Server.Ingress.SendAsync(HttpMethod.Get, $"/restate/invocation/{await handle.GetIdAsync()}/attach");
        Assert.Equal([0, (byte)'R', (byte)'A', 1], raw.Body[..4].ToArray());
    }

    [Fact]
    public async Task State_ByTheAdminClient_IsReadAndWrittenEncoded()
    {
        await using var app = await StartAsync(keys: "new");
        var vault = ClientOf(app).GetActor<ISealedVault>(_key);
        await vault.Write("before");
        var admin = app.Services.GetRequiredService<IRestateAdmin>();

        var state = await admin.State.GetAsync("SealedVault", _key);
        await admin.State.ReplaceAsync(state.Set("secret", "after"));

        Assert.Equal("before", state.Get<string>("secret"));
        await Eventually.BecomesTrueAsync(async () => await vault.Show() == "after");
        Assert.Equal("005241", (await StateAsync("secret"))[..6]);
    }

    [Fact]
    public async Task State_WrittenBeforeTheTransform_StaysReadable()
    {
        await using (var plain = await ActorApp.StartAsync(fixture.Server, ["SealedVault"]))
        {
            await ClientOf(plain).GetActor<ISealedVault>(_key).Write("early");
        }

        await using var app = await StartAsync(keys: "new");

        Assert.Equal("early", await ClientOf(app).GetActor<ISealedVault>(_key).Show());
    }

    [Fact]
    public async Task Keys_Rotated_OldPayloadsStayReadableAndNewOnesUseTheNewKey()
    {
        await using (var before = await StartAsync(keys: "old"))
        {
            await ClientOf(before).GetActor<ISealedVault>(_key).Write("early");
        }

        await using var app = await StartAsync(keys: "old new");

        Assert.Equal("early", await ClientOf(app).GetActor<ISealedVault>(_key).Show());
        await ClientOf(app).GetActor<ISealedVault>(_key).Write("late");
        Assert.Contains(Convert.ToHexString("new"u8), await StateAsync("secret"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Key_Missing_InvocationWaitsUntilADeploymentHasIt()
    {
        await using (var before = await StartAsync(keys: "old"))
        {
            await ClientOf(before).GetActor<ISealedVault>(_key).Write("early");
        }

        var address = LoopbackPorts.Pick(1)[0];
        InvocationHandle<string?> handle;
        await using (var without = await StartAsync(keys: "new", address))
        {
            handle = await ClientOf(without).GetActor<ISealedVault>(_key).Send(vault => vault.Show());
            var id = await handle.GetIdAsync();
            await Eventually.BecomesTrueAsync(async () => (await fixture.Server.Admin.QueryAsync(
                $"SELECT last_failure FROM sys_invocation WHERE id = '{id}' AND last_failure LIKE '%The key ''old'' of a payload is not here.%'")).Count > 0);
        }

        await using var app = await StartAsync(keys: "old new", address);
        Assert.Equal("early", await ClientOf(app).GetInvocation<string?>(await handle.GetIdAsync()).AttachAsync());
    }

    [Fact]
    public async Task Awakeable_ResolvedOverHttpInPlainJson_IsRead()
    {
        await using var app = await StartAsync(keys: "new", configure: options => options.Encoded &= ~PayloadRoles.State);
        var handle = await ClientOf(app).GetActor<ISealedVault>(_key).Send(vault => vault.WaitFor());
        string[] ids = [];
        await Eventually.BecomesTrueAsync(async () => (ids = await AwakeablesAsync()).Length > 0);

        await fixture.Server.Ingress.PostJsonAsync($"/restate/awakeables/{ids[0]}/resolve", "\"from outside\"");

        Assert.Equal("from outside", await handle.AttachAsync());

        async Task<string[]> AwakeablesAsync()
        {
            var rows = await fixture.Server.Admin.QueryAsync(
                $"SELECT value_utf8 FROM state WHERE service_name = 'SealedVault' AND service_key = '{_key}' AND key = 'awakeable'");
            return [.. rows.Select(row => ((string)row["value_utf8"]!).Trim('"'))];
        }
    }

    [Fact]
    public async Task Required_PlainInput_IsRefusedWith400AndResultsAreEncoded()
    {
        await using var app = await StartAsync(keys: "new", configure: options => options.Required = PayloadRoles.Input | PayloadRoles.Result);

        var refused = await fixture.Server.Ingress.PostJsonAsync($"/SealedVault/{_key}/Echo", "\"hello\"");
        var shown = await fixture.Server.Ingress.PostAsync($"/SealedVault/{_key}/Show");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("The input of SealedVault/Echo cannot be read: It is not encoded", refused.Text, StringComparison.Ordinal);
        Assert.Equal([0, (byte)'R', (byte)'A', 1], shown.Body[..4].ToArray());
        Assert.Equal("a echo", await ClientOf(app).GetActor<ISealedVault>(_key).Echo("a"));
    }

    [Fact]
    public async Task Input_EncodedButBroken_IsTerminal400()
    {
        await using var app = await StartAsync(keys: "new");

        var answer = await fixture.Server.Ingress.SendAsync(
            HttpMethod.Post, $"/SealedVault/{_key}/Echo", new byte[] { 0, (byte)'R', (byte)'A', 1, 3, 1, 2 }, ("content-type", "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The encrypted payload is cut off.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Serialization", "Payload preview for the UI (`/serdes`)")]
    public async Task Preview_OfStateInputAndOutput_IsJsonForTheUi()
    {
        await using var app = await StartAsync(keys: "new", actors: actors => actors.UsePayloadPreviews());
        var handle = await ClientOf(app).GetActor<ISealedVault>(_key).Send(vault => vault.Write("shown"));
        Assert.Equal("written", await handle.AttachAsync());
        var stored = Convert.FromHexString(await StateAsync("secret"));

        var decoded = await SerdesAsync("decode/getstate", stored, "application/octet-stream");
        var encoded = await SerdesAsync("encode/setstate", "\"edited\""u8.ToArray(), "application/json");
        var again = await SerdesAsync("decode/Write/input", encoded.Body, "application/octet-stream");
        var unknown = await SerdesAsync("decode/Write/nothing", stored, "application/octet-stream");
        var broken = await SerdesAsync("decode/getstate", stored.AsMemory(0, 12), "application/octet-stream");
        var service = JsonNode.Parse((await fixture.Server.Admin.SendAsync(HttpMethod.Get, "/services/SealedVault")).Text)!;

        Assert.Equal("\"shown\"", decoded.Text);
        Assert.Equal([0, (byte)'R', (byte)'A', 1], encoded.Body[..4].ToArray());
        Assert.Equal("\"edited\"", again.Text);
        Assert.Contains("404", unknown.Text, StringComparison.Ordinal);
        Assert.Contains("cut off", broken.Text, StringComparison.Ordinal);
        Assert.Equal("true", (string?)service["metadata"]!["dev.restate.serde.preview.Write/input"]);
        Assert.Equal("true", (string?)service["metadata"]!["dev.restate.serde.preview.getstate"]);
    }

    private static IRestateClient ClientOf(ActorApp app) => app.Services.GetRequiredService<IRestateClient>();

    private Task<ActorApp> StartAsync(
        string keys, int port = 0, Action<PayloadTransformOptions>? configure = null, Action<RestateActorsBuilder>? actors = null)
    {
        var names = keys.Split(' ');
        return ActorApp.StartAsync(
            fixture.Server,
            ["SealedVault"],
            builder =>
            {
                builder
                    .UsePayloadTransform(new BrotliTransform(threshold: 16))
                    .UsePayloadTransform(new AesGcmTransform(names.ToDictionary(name => name, name => Keys[name]), names[^1]), configure);
                actors?.Invoke(builder);
            },
            port);
    }

    private async Task<string> StateAsync(string name)
    {
        var rows = await fixture.Server.Admin.QueryAsync(
            $"SELECT value FROM state WHERE service_name = 'SealedVault' AND service_key = '{_key}' AND key = '{name}'");
        return (string)rows.Single()["value"]!;
    }

    // The way of the UI: the admin API asks the endpoint.
    private async Task<RawResponse> SerdesAsync(string path, ReadOnlyMemory<byte> body, string contentType)
    {
        using var client = new ServerHttpClient(fixture.Server);
        return await client.SendAsync(
            fixture.Server.AdminUri, HttpMethod.Post, $"/internal/services/SealedVault/serdes/{path}", body, [("content-type", contentType), ("accept", "*/*")]);
    }
}
