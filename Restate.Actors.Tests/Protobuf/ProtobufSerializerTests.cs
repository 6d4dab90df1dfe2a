using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Xunit;

namespace Restate.Actors.Tests.Protobuf;

public sealed class ProtobufSerializerTests
{
    private static readonly ProtobufSerializer Binary = new();
    private static readonly ProtobufSerializer Json = new(new ProtobufSerializerOptions { Format = ProtobufFormat.Json });

    private static readonly ProtoOrder Order = new()
    {
        OrderId = "a",
        Amount = 1L << 60,
        Lines = { new ProtoLine { Count = 2 } },
        Tags = { ["z"] = 1, ["b"] = 2 },
        Placed = Timestamp.FromDateTime(DateTime.UnixEpoch),
        Color = ProtoColor.Red,
        Photo = ByteString.CopyFrom(1, 2),
        Parent = new ProtoOrder { OrderId = "p" },
        Weight = 1.5,
        IsGift = true,
    };

    [Fact]
    public void Binary_RoundTrip_IsTheSameMessageAndTheSameBytes()
    {
        var bytes = Write(Binary, Order);

        Assert.Equal(Order.ToByteArray(), bytes);
        Assert.Equal(Order, Binary.Deserialize<ProtoOrder>(bytes));
        Assert.Equal(bytes, Write(Binary, Binary.Deserialize<ProtoOrder>(bytes)));
    }

    [Fact]
    public void Json_RoundTrip_IsTheSameMessage()
    {
        var bytes = Write(Json, Order);

        Assert.Equal('{', (char)bytes[0]);
        Assert.Equal(Order, Json.Deserialize<ProtoOrder>(bytes));
        Assert.Equal(Order, Binary.Deserialize<ProtoOrder>(bytes));
    }

    [Fact]
    public void Empty_InBinary_IsAMessageAndInJsonIsNone()
    {
        Assert.True(Binary.ReadsEmpty);
        Assert.False(Json.ReadsEmpty);
        Assert.Equal(new ProtoOrder(), Binary.Deserialize<ProtoOrder>(default));
    }

    [Fact]
    public void Null_InBinary_IsRefusedAndInJsonIsNull()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Write<ProtoOrder?>(Binary, null));

        Assert.Contains("which the binary format of Protocol Buffers cannot say", error.Message, StringComparison.Ordinal);
        Assert.Equal("null"u8.ToArray(), Write<ProtoOrder?>(Json, null));
        Assert.Null(Json.Deserialize<ProtoOrder>("null"u8.ToArray()));
    }

    [Fact]
    public void Json_UnknownField_IsSkippedAndWrongOneIsAJsonError()
    {
        Assert.Equal("a", Json.Deserialize<ProtoOrder>("""{"orderId":"a","later":1}"""u8.ToArray())!.OrderId);
        Assert.Throws<JsonException>(() => Json.Deserialize<ProtoOrder>("""{"amount":"many"}"""u8.ToArray()));
    }

    [Fact]
    public void Other_Type_IsNoMessage()
    {
        Assert.False(ProtobufSerializer.Handles(typeof(string)));
        Assert.False(ProtobufSerializer.Handles(typeof(IMessage)));
        Assert.True(ProtobufSerializer.Handles(typeof(ProtoOrder)));
        Assert.Throws<NotSupportedException>(() => Write(Binary, "text"));
    }

    [Fact]
    public void Schema_OfAMessage_DescribesItsJson()
    {
        var schema = Binary.GetJsonSchema(typeof(ProtoOrder))!;

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "title": "ProtoOrder",
                  "type": "object",
                  "properties": {
                    "orderId": { "type": "string" },
                    "amount": { "type": "string" },
                    "lines": { "type": "array", "items": { "$ref": "#/$defs/restate.actors.tests.ProtoLine" } },
                    "tags": { "type": "object", "additionalProperties": { "type": "integer" } },
                    "placed": { "type": "string", "format": "date-time" },
                    "color": { "enum": ["PROTO_COLOR_NONE", "PROTO_COLOR_RED"] },
                    "photo": { "type": "string", "contentEncoding": "base64" },
                    "parent": { "$ref": "#" },
                    "weight": { "type": "number" },
                    "isGift": { "type": "boolean" }
                  },
                  "$defs": {
                    "restate.actors.tests.ProtoLine": { "title": "ProtoLine", "type": "object", "properties": { "count": { "type": "integer" } } }
                  }
                }
                """),
            schema),
            schema.ToJsonString());
    }

    private static byte[] Write<T>(ProtobufSerializer serializer, T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        serializer.Serialize(bytes, value);
        return bytes.WrittenSpan.ToArray();
    }
}
