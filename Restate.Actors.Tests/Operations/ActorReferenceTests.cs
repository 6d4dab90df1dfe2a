using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Restate.Actors.Internal.References;
using Restate.Actors.Tests.Client;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed partial class ActorReferenceTests
{
    private static readonly Guid Key = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly JsonActorSerializer Generated = new(KeptJson.Default);
    private static readonly JsonActorSerializer Reflecting = JsonActorSerializer.CreateReflectionBased();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Serialize_Proxies_NameAndKey(bool isGenerated)
    {
        using var host = new ClientHost();
        var kept = new Kept(host.Client.GetActor<IReferenceTarget>(Key), host.Client.GetActor<IReferenceDesk>(), 2);

        var json = Write(isGenerated ? Generated : Reflecting, kept);

        Assert.Equal("""{"target":{"actor":"ReferenceTarget","key":"0f8fad5b-d9cb-469f-a165-70867728950e"},"desk":{"actor":"ReferenceDesk"},"times":2}""", json);
        Assert.Equal(json, Write(isGenerated ? Generated : Reflecting, Read<Kept>(host, isGenerated ? Generated : Reflecting, json)!));
    }

    [Fact]
    public void Serialize_NoProxy_ErrorSaysWhatIsExpected()
    {
        var error = Assert.Throws<JsonException>(() => Write<IReferenceDesk>(Reflecting, new ReferenceDesk()));

        Assert.Equal(
            "A Restate.Actors.Tests.Operations.ReferenceDesk cannot be written as a reference. Pass a proxy from IActorFactory.GetActor, or the running actor itself.",
            error.Message);
    }

    [Theory]
    [InlineData("""{"actor":"ReferenceDesk"}""", "'ReferenceDesk' is not the name of an actor that is a ")]
    [InlineData("""{"key":"a"}""", "'' is not the name of an actor that is a ")]
    [InlineData("""{"actor":"ReferenceTarget","key":"0F8FAD5B-D9CB-469F-A165-70867728950E"}""", "The reference to ReferenceTarget has no key, or none of its type.")]
    [InlineData("""{"actor":"ReferenceTarget"}""", "The reference to ReferenceTarget has no key, or none of its type.")]
    [InlineData("""{"actor":1}""", "The properties 'actor' and 'key' of a reference are texts.")]
    [InlineData("\"ReferenceTarget\"", "A reference to a Restate.Actors.Tests.Operations.IReferenceTarget is an object")]
    public void Deserialize_NoReference_Error(string json, string message)
    {
        using var host = new ClientHost();

        var error = Assert.Throws<JsonException>(() => Read<IReferenceTarget>(host, Reflecting, json));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "A contract inherits handlers of base interfaces")]
    public void Deserialize_BaseOfTheContract_GivesTheContractThatWasWritten()
    {
        using var host = new ClientHost();

        Assert.IsAssignableFrom<IAlarm>(Read<IAlarmHandlers>(host, Reflecting, """{"key":"a","more":[1],"actor":"Alarm"}"""));
        Assert.Null(Read<IAlarm>(host, Reflecting, "null"));
    }

    [Fact]
    public void Deserialize_WithoutAWorld_ErrorSaysWhereItWorks()
    {
        var error = Assert.Throws<JsonException>(() => Reflecting.Deserialize<IReferenceDesk>("""{"actor":"ReferenceDesk"}"""u8.ToArray()));

        Assert.StartsWith("A reference to an actor can be read in a handler or in a result that the client reads", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ReadOnlySettings_AreCopied()
    {
        Assert.Equal("""{"actor":"ReferenceDesk"}""", Write(new JsonActorSerializer(KeptJson.Default.Options), Proxy()));

        static IReferenceDesk Proxy()
        {
            using var host = new ClientHost();
            return host.Client.GetActor<IReferenceDesk>();
        }
    }

    private static string Write<T>(JsonActorSerializer serializer, T value)
    {
        var output = new ArrayBufferWriter<byte>();
        serializer.Serialize(output, value);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static T? Read<T>(ClientHost host, JsonActorSerializer serializer, string json)
    {
        var transport = ((Internal.Proxies.TransportActorFactory)(object)host.Client).Transport;
        return ActorReferences.ReadOutside(transport, () => serializer.Deserialize<T>(Encoding.UTF8.GetBytes(json)));
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Kept))]
    private sealed partial class KeptJson : JsonSerializerContext;
}
