using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Protobuf;

/// <summary>Messages of Protocol Buffers in all payloads, over a real server.</summary>
[Collection(RealServer.Name)]
public sealed class ProtobufOnServerTests(RestateServerFixture fixture)
{
    private readonly string _key = $"key-{Guid.NewGuid():N}";

    [Theory]
    [Capability("Serialization", "Protobuf codec")]
    [InlineData(ProtobufFormat.Binary)]
    [InlineData(ProtobufFormat.Json)]
    public async Task Message_InputResultStateAndStep_Arrives(ProtobufFormat format)
    {
        await using var app = await StartAsync(options => options.Format = format);
        var shop = app.Services.GetRequiredService<IRestateClient>().GetActor<IProtoShop>(_key);

        var placed = await shop.Place(Order());
        var called = await shop.CallOther(Order());

        Assert.Equal(("a stepped", 9_000_000_000, true, 2), (placed.OrderId, placed.Amount, placed.IsGift, placed.Lines.Single().Count));
        Assert.Equal(1, placed.Tags["a"]);
        Assert.Equal(placed, called);
        Assert.Equal(new ProtoOrder(), await shop.Empty());
        Assert.Equal("3 a", await shop.Several(3, Order()));
    }

    [Fact]
    [Capability("Serialization", "Other codecs in the box")]
    public async Task Binary_OnTheWire_IsTheMessage()
    {
        await using var app = await StartAsync();

        var answer = await fixture.Server.Ingress.SendAsync(
            HttpMethod.Post, $"/ProtoShop/{_key}/Place", Order().ToByteArray(), ("content-type", "application/protobuf"));
        var json = await fixture.Server.Ingress.PostJsonAsync($"/ProtoShop/{_key}/Place", """{"orderId":"a"}""");
        var several = await fixture.Server.Ingress.PostJsonAsync($"/ProtoShop/{_key}/Several", """{"count":2,"order":{"orderId":"b"}}""");

        Assert.Equal("application/protobuf", answer.Headers["content-type"]);
        Assert.Equal("a stepped", ProtoOrder.Parser.ParseFrom(answer.Body.Span).OrderId);
        Assert.Equal(HttpStatusCode.BadRequest, json.Status);
        Assert.Equal("\"2 b\"", several.Text);
    }

    [Fact]
    public async Task Binary_AcceptsJson_LetsCallersOutsideSendIt()
    {
        await using var app = await StartAsync(options => options.AcceptsJson = true);

        var answer = await fixture.Server.Ingress.PostJsonAsync($"/ProtoShop/{_key}/Place", """{"orderId":"a"}""");

        Assert.Equal("a stepped", ProtoOrder.Parser.ParseFrom(answer.Body.Span).OrderId);
    }

    [Fact]
    public async Task Input_OtherBytes_IsTerminal400()
    {
        await using var app = await StartAsync();

        var answer = await fixture.Server.Ingress.SendAsync(
            HttpMethod.Post, $"/ProtoShop/{_key}/Place", new byte[] { 0xFF, 0xFF }, ("content-type", "application/protobuf"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The input of ProtoShop/Place cannot be read", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProtobufFormat.Binary, "application/protobuf", "application/protobuf")]
    [InlineData(ProtobufFormat.Json, "JSON 'ProtoOrder'", "JSON 'ProtoOrder'")]
    public async Task Discovery_ContentTypesAndSchema_AreThoseOfTheFormat(ProtobufFormat format, string input, string output)
    {
        await using var app = await StartAsync(options => options.Format = format);

        var answer = await fixture.Server.Admin.SendAsync(HttpMethod.Get, "/services/ProtoShop");

        var handlers = JsonNode.Parse(answer.Text)!["handlers"]!.AsArray();
        var place = handlers.Single(handler => (string)handler!["name"]! == "Place")!;
        var several = handlers.Single(handler => (string)handler!["name"]! == "Several")!;
        Assert.Equal((input, output), ((string)place["input_description"]!, (string)place["output_description"]!));
        Assert.Equal("string", (string?)several["input_json_schema"]!["properties"]!["order"]!["properties"]!["amount"]!["type"]);
        Assert.Equal("#/properties/order", (string?)several["input_json_schema"]!["properties"]!["order"]!["properties"]!["parent"]!["$ref"]);
    }

    [Fact]
    public async Task Preview_BinaryInput_IsJsonForTheUi()
    {
        await using var app = await ActorApp.StartAsync(fixture.Server, ["ProtoShop"], actors => actors.UseProtobuf().UsePayloadPreviews());
        using var client = new ServerHttpClient(fixture.Server);

        var decoded = await client.SendAsync(
            fixture.Server.AdminUri,
            HttpMethod.Post,
            "/internal/services/ProtoShop/serdes/decode/Place/input",
            new ProtoOrder { OrderId = "a", Amount = 3 }.ToByteArray(),
            [("content-type", "application/octet-stream"), ("accept", "application/json")]);
        var encoded = await client.SendAsync(
            fixture.Server.AdminUri,
            HttpMethod.Post,
            "/internal/services/ProtoShop/serdes/encode/Place/output",
            Encoding.UTF8.GetBytes("""{"orderId":"b"}"""),
            [("content-type", "application/json"), ("accept", "application/octet-stream")]);

        Assert.Equal("""{"orderId":"a","amount":"3"}""", JsonNode.Parse(decoded.Text)!.ToJsonString());
        Assert.Equal(new ProtoOrder { OrderId = "b" }, ProtoOrder.Parser.ParseFrom(encoded.Body.Span));
    }

    private static ProtoOrder Order() => new() { OrderId = "a", Amount = 9_000_000_000, Lines = { new ProtoLine { Count = 2 } } };

    private Task<ActorApp> StartAsync(Action<ProtobufSerializerOptions>? configure = null)
    {
        return ActorApp.StartAsync(fixture.Server, ["ProtoShop"], actors => actors.UseProtobuf(configure));
    }
}
