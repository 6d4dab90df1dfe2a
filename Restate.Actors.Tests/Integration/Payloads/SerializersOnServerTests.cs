using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Payloads;

/// <summary>Serializers of contracts, handlers, parameters, types and values: discovery, dispatch, proxies inside and the client outside.</summary>
[Collection(RealServer.Name)]
public sealed class SerializersOnServerTests(RestateServerFixture fixture) : IAsyncLifetime
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";
    private ActorApp _app = null!;

    private IRestateClient Client => _app.Services.GetRequiredService<IRestateClient>();

    public async Task InitializeAsync()
    {
        _app = await ActorApp.StartAsync(
            fixture.Server, ["PaintShop", "Palette", "Painting"], actors => actors.UseSerializer<Shade>(new GreenSerializer()));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Proxies_InsideAndOutside_AgreeWithTheHandlers()
    {
        var shop = Client.GetActor<IPaintShop>(_key);

        Assert.Equal("whole a", await shop.Whole("a"));
        Assert.Equal("method b", await shop.Method("b"));
        Assert.Equal("result c", await shop.Result("c"));
        Assert.Equal("parameter d", await shop.Parameter("d"));
        Assert.Equal([3, 4], await shop.Raw(new byte[] { 3, 4 }));
        Assert.Equal("whole a, method b, result c, parameter d, 2 bytes", await shop.CallAll($"{_key}-other"));
    }

    [Theory]
    [Capability("Serialization", "Codec per service, handler, call, state value")]
    [InlineData("Whole", "red", "red")]
    [InlineData("Method", "blue", "blue")]
    [InlineData("Result", "red", "blue")]
    [InlineData("Parameter", "blue", "red")]
    public async Task Handler_OnTheWire_UsesTheNearestDeclaration(string handler, string input, string output)
    {
        var answer = await fixture.Server.Ingress.SendAsync(
            HttpMethod.Post, $"/PaintShop/{_key}/{handler}", Encoding.UTF8.GetBytes($"{input}:\"x\""), ("content-type", $"application/x-{input}"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"{output}:\"{handler.ToLowerInvariant()} x\"", answer.Text);
        Assert.Equal($"application/x-{output}", answer.Headers["content-type"]);
    }

    [Fact]
    [Capability("Serialization", "Accepted content types declared apart")]
    public async Task Discovery_ContentTypes_AreThoseOfTheSerializers()
    {
        var shop = await HandlersAsync("PaintShop");
        var palette = await HandlersAsync("Palette");

        Assert.Equal(("application/x-red", "application/x-red"), shop["Whole"]);
        Assert.Equal(("application/x-red", "application/x-blue"), shop["Result"]);
        Assert.Equal(("*/*", "optional application/octet-stream"), shop["Raw"]);
        Assert.Equal(("text/*", "optional application/octet-stream"), shop["Accepting"]);
        Assert.Equal(("application/x-blue", "application/x-blue"), palette["Tint"]);
        Assert.Equal(("application/x-green", "application/x-green"), palette["Shade"]);
        Assert.Equal(("JSON 'SeveralRequest'", "JSON 'SeveralResponse'"), palette["Several"]);
    }

    [Fact]
    public async Task Ingress_WrongContentType_IsRefusedWith400()
    {
        var answer = await fixture.Server.Ingress.PostJsonAsync($"/PaintShop/{_key}/Whole", "\"x\"");
        var text = await fixture.Server.Ingress.SendAsync(HttpMethod.Post, $"/Palette/{_key}/Plain", "x"u8.ToArray(), ("content-type", "text/plain"));
        var accepted = await fixture.Server.Ingress.SendAsync(HttpMethod.Post, $"/PaintShop/{_key}/Accepting", "x"u8.ToArray(), ("content-type", "text/csv"));
        var image = await fixture.Server.Ingress.SendAsync(HttpMethod.Post, $"/PaintShop/{_key}/Accepting", "x"u8.ToArray(), ("content-type", "image/png"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("'application/json' does not match 'application/x-red'", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, text.Status);
        Assert.Equal((HttpStatusCode.OK, "x"), (accepted.Status, accepted.Text));
        Assert.Equal(HttpStatusCode.BadRequest, image.Status);
    }

    [Fact]
    public async Task Ingress_RightContentTypeButOtherBytes_IsTerminal400()
    {
        var answer = await fixture.Server.Ingress.SendAsync(
            HttpMethod.Post, $"/PaintShop/{_key}/Whole", "green:\"x\""u8.ToArray(), ("content-type", "application/x-red"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The input of PaintShop/Whole cannot be read: It is not red.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Serialization", "Codec per service, handler, call, state value")]
    public async Task Types_InStateAndSteps_AreWrittenByTheirSerializers()
    {
        var palette = Client.GetActor<IPalette>(_key);

        Assert.Equal("x", (await palette.Tint(new Tint("x"))).Name);
        Assert.Equal("y step", (await palette.Shade(new Shade("y"))).Name);
        Assert.Equal("a a", await palette.Keep("a"));
        Assert.Equal(
            ["kept=red:\"a\"", "shade=green:{\"Name\":\"y\"}", "stepped=green:{\"Name\":\"y step\"}", "tint=blue:{\"Name\":\"x\"}"], await StateAsync("Palette"));
    }

    [Fact]
    public async Task Several_Parameters_AreJsonWithBase64OfTheOthers()
    {
        var palette = Client.GetActor<IPalette>(_key);
        var body = new JsonObject
        {
            ["plain"] = "a",
            ["own"] = Base64("red:\"b\""),
            ["tint"] = Base64("blue:{\"Name\":\"c\"}"),
            ["shade"] = Base64("green:{\"Name\":\"d\"}"),
        };

        Assert.Equal("a b c d", await palette.Several("a", "b", new Tint("c"), new Shade("d")));
        Assert.Equal("\"a b c d\"", (await fixture.Server.Ingress.PostJsonAsync($"/Palette/{_key}/Several", body.ToJsonString())).Text);
    }

    [Fact]
    public async Task Promise_WithASerializer_ReadsWhatTheOtherHandlerWrote()
    {
        var painting = Client.GetActor<IPainting>(_key);
        await painting.Send(workflow => workflow.Run("a"));
        await painting.Finish("b");

        Assert.Equal("a b", await Client.GetWorkflow<IPainting, string>(_key).AttachAsync());
    }

    [Fact]
    [Capability("Serialization", "Codec per service, handler, call, state value")]
    public async Task Untyped_CallWithASerializer_SpeaksAsTheCalleeDoes()
    {
        var options = new CallOptions { Serializer = new BlueSerializer() };

        Assert.Equal("method x", await Client.GetActor("PaintShop", _key).CallAsync<string, string>("Method", "x", options));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<Dictionary<string, (string Input, string Output)>> HandlersAsync(string service)
    {
        var answer = await fixture.Server.Admin.SendAsync(HttpMethod.Get, $"/services/{service}");
        return JsonNode.Parse(answer.Text)!["handlers"]!.AsArray().ToDictionary(
            handler => (string)handler!["name"]!, handler => ((string)handler!["input_description"]!, (string)handler["output_description"]!));
    }

    private async Task<string[]> StateAsync(string service)
    {
        var rows = await fixture.Server.Admin.QueryAsync(
            $"SELECT key, value_utf8 FROM state WHERE service_name = '{service}' AND service_key = '{_key}' ORDER BY key");
        return [.. rows.Select(row => $"{row["key"]}={row["value_utf8"]}")];
    }
}
