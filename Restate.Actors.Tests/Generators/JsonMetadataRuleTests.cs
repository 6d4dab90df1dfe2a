using Xunit;

namespace Restate.Actors.Tests.Generators;

public sealed class JsonMetadataRuleTests
{
    private const string Contract =
        """
        using System.Text.Json.Serialization;
        namespace Bank;

        public sealed record Order(string Id, Address[] To);
        public sealed record Address(int Zip);
        [Actor("Shop")] public interface IShop : IVirtualObject
        {
            Task<Order> BuyAsync(Order order, int? count, CancellationToken token);
            Task<byte[]> PrintAsync(ReadOnlyMemory<byte> template);
        }

        """;

    [Theory]
    [Capability("Serialization", "Source-generated, reflection-free serialization")]
    [InlineData("JsonSerializerIsReflectionEnabledByDefault", "false")]
    [InlineData("PublishAot", "true")]
    public async Task RSTA1013_NoContext_NamesEachTypeOnce(string property, string value)
    {
        Assert.Equal([Message("Bank.Order"), Message("int?")], await AnalyzeAsync(Contract, (property, value)));
    }

    [Theory]
    [Capability("Serialization", "Source-generated, reflection-free serialization")]
    [InlineData("[JsonSerializable(typeof(Order))]", "int?")]
    [InlineData("[JsonSerializable(typeof(Order)), JsonSerializable(typeof(int?))]", null)]
    [InlineData("[JsonSerializable(typeof(System.Collections.Generic.List<Order>)), JsonSerializable(typeof(System.Collections.Generic.Dictionary<string, int?>))]", null)]
    public async Task RSTA1013_Context_CoversWhatItReaches(string attributes, string? missing)
    {
        var source = $"{Contract} {attributes} public abstract class AppJson;";

        Assert.Equal(missing is null ? [] : [Message(missing)], await AnalyzeAsync(source, ("PublishAot", "true")));
    }

    [Fact]
    public async Task RSTA1013_ClosedGeneric_NeedsTheClosedTypes()
    {
        var source = "[Actor(\"S\", typeof(IStore<DayOfWeek>))] public interface IStore<T> : IDurableService { Task PutAsync(T value); }";

        Assert.Equal(
            ["RSTA1013 at PutAsync: Type 'System.DayOfWeek' of handler 'IStore.PutAsync' appears in no [JsonSerializable] of this project, and reflection-based JSON is switched off. "
                + "It would fail at run time: add [JsonSerializable(typeof(System.DayOfWeek))] to a JsonSerializerContext and hand that to UseJson."],
            await AnalyzeAsync(source, ("PublishAot", "true")));
    }

    [Fact]
    public async Task RSTA1013_State_NeedsMetadata()
    {
        const string Source =
            """
            public class Thing
            {
                private Restate.Actors.IActorState<decimal> Balance => State<decimal>("balance");
                protected static Restate.Actors.IActorState<T> State<T>(string name) => null!;
                protected static Restate.Actors.IActorState<T> Other<T>() => State<T>("other");
            }
            """;
        const string Library = "namespace Restate.Actors { public interface IActorState<T>; }";

        Assert.Equal(
            ["RSTA1013 at State<decimal>(\"balance\"): Type 'decimal' of the state in 'Thing' appears in no [JsonSerializable] of this project, and reflection-based JSON is switched off. "
                + "It would fail at run time: add [JsonSerializable(typeof(decimal))] to a JsonSerializerContext and hand that to UseJson."],
            await AnalyzeAsync(Source + Library, ("PublishAot", "true")));
    }

    [Fact]
    public async Task RSTA1013_ReflectionIsOn_SaysNothing()
    {
        Assert.Empty(await AnalyzeAsync(Contract));
        Assert.Empty(await AnalyzeAsync(Contract, ("PublishAot", "true"), ("JsonSerializerIsReflectionEnabledByDefault", "true")));
    }

    [Fact]
    public async Task RSTA1013_ReferencesMessagesAndTypesWithASerializer_NeedNone()
    {
        const string Source =
            """
            namespace Google.Protobuf { public interface IMessage; public sealed class Message : IMessage; }
            public sealed class Own : IPayloadSerializer
            {
                public string ContentType => "x/y";
                public void Serialize<T>(System.Buffers.IBufferWriter<byte> output, T value) { }
                public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => default;
            }
            [PayloadSerializer(typeof(Own))] public sealed record Packed;
            public sealed record Loose;
            [Actor("A")] public interface IAccount : IVirtualObject { Task PayAsync(IAccount other); }
            [Actor("B")] public interface IBank : IVirtualObject
            {
                Task<IAccount> Open(Google.Protobuf.Message message);
                Task<Packed> Pack(Packed packed, Packed other);
                [PayloadSerializer(typeof(Own))] Task<Loose> Whole(Loose loose);
                [return: PayloadSerializer(typeof(Own))] Task<Loose> Parts([PayloadSerializer(typeof(Own))] Loose loose);
            }
            [Actor("C"), PayloadSerializer(typeof(Own))] public interface IOwn : IDurableService { Task<Loose> Get(Loose loose); }
            public sealed class Bank : VirtualObject
            {
                public IActorState<Loose> Kept => State<Loose>("kept", new Own());
                public IActorState<Packed> Packed => State<Packed>("packed");
                public IActorState<Loose> Asked => State<Loose>("asked", serializer: null);
            }
            """;

        Assert.Equal(
            ["RSTA1013 at State<Loose>(\"asked\", serializer: null): Type 'Loose' of the state in 'Bank' appears in no [JsonSerializable] of this project, and reflection-based JSON is "
                + "switched off. It would fail at run time: add [JsonSerializable(typeof(Loose))] to a JsonSerializerContext and hand that to UseJson."],
            await AnalyzeAsync(Source, ("PublishAot", "true")));
    }

    [Fact]
    public async Task RSTA1013_SerializerOfAHandler_SaysNothingOfSeveralParameters()
    {
        const string Source =
            """
            public sealed class Own : IPayloadSerializer
            {
                public string ContentType => "x/y";
                public void Serialize<T>(System.Buffers.IBufferWriter<byte> output, T value) { }
                public T? Deserialize<T>(ReadOnlyMemory<byte> payload) => default;
            }
            [Actor("A"), PayloadSerializer(typeof(Own))] public interface IShop : IDurableService { Task BuyAsync(int a, int b); }
            """;

        Assert.Equal([Message("int")], await AnalyzeAsync(Source, ("PublishAot", "true")));
    }

    private static string Message(string type) =>
        $"RSTA1013 at BuyAsync: Type '{type}' of handler 'IShop.BuyAsync' appears in no [JsonSerializable] of this project, and reflection-based JSON is switched off. "
        + $"It would fail at run time: add [JsonSerializable(typeof({type}))] to a JsonSerializerContext and hand that to UseJson.";

    private static Task<string[]> AnalyzeAsync(string source, params (string Name, string Value)[] properties) =>
        CompilerHarness.AnalyzeAsync(CompilerHarness.Compile(source), properties.ToDictionary(property => property.Name, property => property.Value));
}
