using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Xunit;

namespace Restate.Actors.Tests.Payloads;

/// <summary>The default serializer keeps its writer for the next value.</summary>
public sealed class JsonWritersTests
{
    private readonly JsonActorSerializer _serializer;

    public JsonWritersTests()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        options.Converters.Add(new OuterConverter(value => Serialize(value)));
        _serializer = new JsonActorSerializer(options);
    }

    [Fact]
    public void Serialize_ConverterWritesAnotherValue_BothAreWhole()
    {
        Assert.Equal("[\"[1,2]\",3]", Serialize(new Outer(3)));
        Assert.Equal("[\"[1,2]\",4]", Serialize(new Outer(4)));
    }

    [Fact]
    public void Serialize_Fails_NextValueIsWhole()
    {
        Serialize(1);

        Assert.Throws<InvalidOperationException>(() => Serialize(new Outer(-1)));

        Assert.Equal("[5,6]", Serialize(new List<int> { 5, 6 }));
    }

    private string Serialize<T>(T value)
    {
        var output = new ArrayBufferWriter<byte>();
        _serializer.Serialize(output, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed record Outer(int Number);

    private sealed class OuterConverter(Func<int[], string> writeOther) : JsonConverter<Outer>
    {
        public override Outer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Outer value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(writeOther([1, 2]));
            writer.WriteNumberValue(value.Number >= 0 ? value.Number : throw new InvalidOperationException("This one fails."));
            writer.WriteEndArray();
        }
    }
}
