using System.Buffers;
using System.Text;
using System.Text.Json;
using Restate.Actors.Tests.Generators.Contracts;
using Xunit;

namespace Restate.Actors.Tests.Generators;

public sealed class ArgumentsFormatTests
{
    private static readonly JsonActorSerializer Serializer = JsonActorSerializer.CreateReflectionBased();

    [Fact]
    [Capability("Calls and sends from a handler", "Several parameters per handler method")]
    public void Write_SeveralParameters_IsAnObjectWithTheirNames()
    {
        var output = new ArrayBufferWriter<byte>();

        __ILedger_Contract.Handler_Deposit.Arguments.Write(output, new __ILedger_Contract.Arguments_Deposit(1.50m, "ä\"", Currency.Yen), Serializer);

        Assert.Equal("""{"amount":1.50,"reason":"\u00E4\u0022","currency":2}""", Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal((1.50m, "ä\"", Currency.Yen), Read(Encoding.UTF8.GetString(output.WrittenSpan)));
    }

    [Theory]
    [InlineData("""{"amount":1,"reason":"r"}""", Currency.Euro)]
    [InlineData("""{"currency":0,"reason":"r","amount":1}""", Currency.None)]
    [InlineData("""{"AMOUNT":1,"Reason":"r","CURRENCY":2}""", Currency.Yen)]
    [InlineData("""{"unknown":{"amount":[7,{}]},"amount":1,"other":null,"reason":"r"}""", Currency.Euro)]
    [InlineData("""{"amount":5,"reason":"a","Amount":1,"reason":"r","currency":0,"currency":2}""", Currency.Yen)]
    [InlineData("""{"\u0061mount":1,"reason":"r"}""", Currency.Euro)]
    [InlineData(" {\n\"amount\" : 1 , \"reason\" : \"r\" } ", Currency.Euro)]
    public void Read_Object_FindsThePropertiesByName(string json, Currency currency)
    {
        Assert.Equal((1m, "r", currency), Read(json));
    }

    [Theory]
    [InlineData("""{"reason":"r"}""", "The input lacks the property 'amount'.")]
    [InlineData("""{"amount":1}""", "The input lacks the property 'reason'.")]
    [InlineData("{}", "The input lacks the property 'amount'.")]
    [InlineData("5", "The input must be a JSON object with the properties amount, reason, currency.")]
    [InlineData("[1,2]", "The input must be a JSON object with the properties amount, reason, currency.")]
    [InlineData("null", "The input must be a JSON object with the properties amount, reason, currency.")]
    public void Read_NotTheArguments_SaysWhatIsMissing(string json, string message)
    {
        var error = Assert.ThrowsAny<JsonException>(() => Read(json));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"amount":1,"reason":"r"} 5""")]
    [InlineData("""{"amount":1,"reason":"r"}}""")]
    [InlineData("""{"amount":1,"reason":"r",}""")]
    [InlineData("""{"amount":1,"reason":"r" """)]
    [InlineData("""{"amount":"one","reason":"r"}""")]
    [InlineData("""{"amount":null,"reason":"r"}""")]
    [InlineData("""{"amount":1,"reason":7}""")]
    [InlineData("""{"amount":1,"reason":}""")]
    [InlineData("""{"amount":1,"unknown":{,"reason":"r"}""")]
    [InlineData("""{"\uD800":1,"amount":1,"reason":"r"}""")]
    [InlineData("""{"amount":1,"reason":"\uD800"}""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Read(json));
    }

    [Fact]
    public void Read_NameIsNotUtf8_IsAJsonException()
    {
        byte[] json = [.. "{\""u8, 0xC3, 0x28, .. "\":1,\"amount\":1,\"reason\":\"r\"}"u8];

        Assert.ThrowsAny<JsonException>(() => __ILedger_Contract.Handler_Deposit.Arguments.Read(json, Serializer));
    }

    [Fact]
    public void Read_WrappedSingleParameter_IsAnObject()
    {
        var format = __ILedger_Contract.Handler_Rename.Arguments;

        Assert.Equal("n", format.Read("""{"name":"n"}"""u8.ToArray(), Serializer).name);
        Assert.Null(format.Read("""{"name":null}"""u8.ToArray(), Serializer).name);
        Assert.ThrowsAny<JsonException>(() => format.Read("{}"u8.ToArray(), Serializer));
    }

    [Fact]
    public void Read_EmptyBodyOfOptionalParameter_IsTheDeclaredDefault()
    {
        var format = __ILedger_Contract.Handler_Touch.Arguments;

        Assert.False(format.IsRequired);
        Assert.Equal(3, format.Read(ReadOnlyMemory<byte>.Empty, Serializer));
        Assert.Equal(0, format.Read("0"u8.ToArray(), Serializer));
    }

    private static (decimal Amount, string Reason, Currency Currency) Read(string json)
    {
        var arguments = __ILedger_Contract.Handler_Deposit.Arguments.Read(Encoding.UTF8.GetBytes(json), Serializer);
        return (arguments.amount, arguments.reason, arguments.currency);
    }
}
