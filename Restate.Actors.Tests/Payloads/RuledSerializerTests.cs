using System.Buffers;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Tests.Integration.Payloads;
using Xunit;

namespace Restate.Actors.Tests.Payloads;

public sealed class RuledSerializerTests
{
    private static readonly JsonActorSerializer Json = JsonActorSerializer.CreateReflectionBased();

    [Fact]
    public void Create_NoRules_IsTheSerializerItself()
    {
        Assert.Same(Json, RuledSerializer.Create(Json, []));
    }

    [Fact]
    public void Serialize_LastRuleThatHandlesTheType_Wins()
    {
        var serializer = RuledSerializer.Create(Json, [
            new SerializerRule(type => type == typeof(string), new RedSerializer()),
            new SerializerRule(type => type == typeof(string), new BlueSerializer()),
        ]);

        Assert.Equal("blue:\"a\"", Write(serializer, "a"));
        Assert.Equal("1", Write(serializer, 1));
        Assert.Equal("a", serializer.Deserialize<string>("blue:\"a\""u8.ToArray()));
    }

    [Fact]
    public void Serialize_TwoHostsInOneProcess_KeepTheirRules()
    {
        var red = RuledSerializer.Create(Json, [new SerializerRule(_ => true, new RedSerializer())]);
        var blue = RuledSerializer.Create(Json, [new SerializerRule(_ => true, new BlueSerializer())]);

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal("red:\"a\"", Write(red, "a"));
            Assert.Equal("blue:\"a\"", Write(blue, "a"));
        }
    }

    private static string Write<T>(IActorSerializer serializer, T value)
    {
        var output = new ArrayBufferWriter<byte>();
        serializer.Serialize(output, value);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
