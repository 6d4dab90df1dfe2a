using System.Text.Json;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Protocol;

public sealed class IdentifierTests
{
    private const string Awakeable = "sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ";

    private static JsonElement Vectors => VectorMessage.Load("ids.json");

    [Fact]
    public void Create_EveryAwakeableVector_SameId()
    {
        foreach (var vector in Vectors.GetProperty("awakeable_ids").EnumerateArray())
        {
            var bytes = Convert.FromHexString(vector.GetProperty("invocation_id_hex").GetString()!);

            var id = AwakeableId.Create(bytes, vector.GetProperty("signal_index").GetUInt32());

            Assert.Equal(vector.GetProperty("awakeable_id").GetString(), id);
            Assert.True(AwakeableId.IsValid(id));
        }
    }

    [Fact]
    public void IsPlausible_EveryInvocationIdVector_True()
    {
        var ids = Vectors.GetProperty("invocation_ids").EnumerateArray().Select(vector => vector.GetProperty("text").GetString()!)
            .Concat(Vectors.GetProperty("awakeable_ids").EnumerateArray().Select(vector => vector.GetProperty("invocation_id").GetString()!));

        Assert.All(ids, id => Assert.True(InvocationIds.IsPlausible(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("inv_1")]
    [InlineData("inv_2abc")]
    [InlineData("INV_1abc")]
    [InlineData("inv_1ab-c")]
    [InlineData(" inv_1abc")]
    [InlineData("inv_1abc\n")]
    public void IsPlausible_Others_False(string id) => Assert.False(InvocationIds.IsPlausible(id));

    [Theory]
    [InlineData(Awakeable)]
    [InlineData(Awakeable + "==")]
    [InlineData("prom_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ")]
    public void IsValid_WellFormed_True(string id) => Assert.True(AwakeableId.IsValid(id));

    [Theory]
    [InlineData("")]
    [InlineData("sign_1")]
    [InlineData("prom_1")]
    [InlineData("sign_2AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAEQ")]
    [InlineData(Awakeable + "A")]
    [InlineData(Awakeable + "AA")]
    [InlineData(Awakeable + " ")]
    [InlineData(Awakeable + "\n")]
    [InlineData(Awakeable + "%%")]
    [InlineData(Awakeable + "=")]
    [InlineData("sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAER")]
    [InlineData("sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAAE+")]
    [InlineData("sign_1AAECAwQFBgcICQoLDA0ODxAREhMUFRYXAAAA/Q")]
    [InlineData("prom_1A+")]
    public void IsValid_Malformed_False(string id) => Assert.False(AwakeableId.IsValid(id));

    [Fact]
    public void Create_LongInvocationId_KeepsAllBytes()
    {
        var id = AwakeableId.Create(new byte[200], 1);

        Assert.Equal("sign_1".Length + 272, id.Length);
    }

    [Theory]
    [InlineData("application/vnd.restate.invocation.v5", ServiceProtocolVersion.V5)]
    [InlineData("application/vnd.restate.invocation.v6", ServiceProtocolVersion.V6)]
    [InlineData("application/vnd.restate.invocation.v7", ServiceProtocolVersion.V7)]
    internal void TryParse_KnownContentType_Version(string contentType, ServiceProtocolVersion expected)
    {
        Assert.True(ProtocolContentType.TryParse(contentType, out var version));
        Assert.Equal(expected, version);
        Assert.Equal(contentType, ProtocolContentType.For(version));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("application/vnd.restate.invocation.v4")]
    [InlineData("application/vnd.restate.invocation.v8")]
    [InlineData("application/vnd.restate.invocation.V6")]
    [InlineData("application/vnd.restate.invocation.v6; charset=utf-8")]
    public void TryParse_OtherContentType_False(string? contentType) => Assert.False(ProtocolContentType.TryParse(contentType, out _));

    [Fact]
    public void Classify_EveryTypeId_ExactlyByRange()
    {
        for (var id = 0; id <= ushort.MaxValue; id++)
        {
            var type = (MessageType)id;

            Assert.Equal(Enum.IsDefined(type), type.IsKnown);
            Assert.Equal(id is >= 0x0400 and < 0x8000, type.IsCommand);
            Assert.Equal(id is >= 0x8000 and < 0xFC00, type.IsNotification);
        }
    }
}
