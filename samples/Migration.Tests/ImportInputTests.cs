using System.Text;
using MigrationSample.Import;
using Xunit;

namespace MigrationSample.Tests;

/// <summary>Rows: what is read, what is left out, what is refused.</summary>
public sealed class ImportInputTests
{
    private static readonly ImportMapping Orleans = ImportMapping.Parse(
        """{ "source": "orleans", "types": [{ "from": "Bank.WalletGrain,Bank.wallet", "service": "Wallet", "key": "textKey" }] }""");

    private static readonly ImportMapping Dapr = ImportMapping.Parse(
        """{ "source": "dapr", "types": [{ "from": "booking", "service": "Booking", "states": { "res": "reservation" } }] }""");

    [Fact]
    public async Task Orleans_RowOfTheTable_IsOneValue()
    {
        var input = await ReadAsync(Orleans, """{"GrainTypeString":"Bank.WalletGrain,Bank.wallet","key":"anna","PayloadJson":"{\"$type\":\"W\",\"Sum\":1,\"Parts\":{\"$values\":[1,{\"$id\":\"2\",\"A\":null}]}}"}""");

        Assert.Equal(["Wallet/anna/wallet = {\"Sum\":1,\"Parts\":[1,{\"A\":null}]}"], Render(input));
    }

    [Theory]
    [InlineData("\"\\\\x7b7d\"")]
    [InlineData("\"e30=\"")]
    public async Task Orleans_BinaryThatIsJson_IsRead(string binary)
    {
        var input = await ReadAsync(Orleans, $$"""{"graintypestring":"Bank.WalletGrain,Bank.wallet","key":"anna","payloadbinary":{{binary}}}""");

        Assert.Equal(["Wallet/anna/wallet = {}"], Render(input));
    }

    [Fact]
    public async Task Dapr_RowsOfOneActor_AreOneObject()
    {
        var input = await ReadAsync(
            Dapr,
            """{"key":"hotel||booking||b||1||res","value":{"guest":"Anna"}}""",
            """{"key":"hotel||booking||b||1||note","data":"\"late\""}""",
            "",
            """{"key":"hotel||room||12||size","value":3}""",
            """{"key":"hotel||room||13||size","value":3}""");

        Assert.Equal(["Booking/b||1/reservation = {\"guest\":\"Anna\"}", "Booking/b||1/note = \"late\""], Render(input));
        Assert.Equal(4, input.Rows);
        Assert.Equal(new Dictionary<string, int> { ["room"] = 2 }, input.Skipped);
    }

    [Theory]
    [InlineData("""{"key":"hotel||booking||b1"}""", "The key 'hotel||booking||b1' is not of the form app||type||id||name.")]
    [InlineData("""{"key":"hotel||booking||||x"}""", "The key 'hotel||booking||||x' is not of the form app||type||id||name.")]
    [InlineData("""{"value":1}""", "The row has no 'key'.")]
    [InlineData("[]", "The row is not an object.")]
    public async Task Row_ThatSaysNotWhereItBelongs_IsAProblem(string row, string message)
    {
        var input = await ReadAsync(Dapr, row);

        Assert.Empty(input.Objects);
        Assert.Equal([$"line 1: {message}"], input.Problems);
    }

    [Fact]
    public async Task Object_WithOneBadRow_IsNotImportedInPart()
    {
        var input = await ReadAsync(
            Dapr,
            """{"key":"hotel||booking||b1||res","value":1}""",
            """{"key":"hotel||booking||b1||note","data":"{"}""",
            """{"key":"hotel||booking||b2||res","value":1}""",
            """{"key":"hotel||booking||b2||res","value":2}""",
            """{"key":"hotel||booking||b3||res","value":{"$ref":"1"}}""");

        Assert.Collection(
            input.Objects,
            item => Assert.StartsWith("line 2: The value is no JSON: ", item.Problem, StringComparison.Ordinal),
            item => Assert.Equal("line 4: The state 'reservation' comes twice.", item.Problem),
            item => Assert.Equal("line 5: The value holds the same object twice ($ref). Export it without references.", item.Problem));
    }

    [Fact]
    public async Task Keys_ThatDifferInCaseOnly_AreNamed()
    {
        var input = await ReadAsync(Dapr, """{"key":"hotel||booking||B1||res","value":1}""", """{"key":"hotel||booking||b1||res","value":2}""");

        Assert.Equal(2, input.Objects.Count);
        Assert.Equal(["Booking: 'B1', 'b1'"], input.AlikeKeys);
    }

    [Fact]
    public void Mapping_OfAnUnknownSource_IsRefused() =>
        Assert.Equal(
            "The source 'akka' is unknown. Write orleans or dapr.",
            Assert.Throws<ArgumentException>(() => ImportMapping.Parse("""{ "source": "akka", "types": [] }""").CreateFormat()).Message);

    private static Task<ImportInput> ReadAsync(ImportMapping mapping, params string[] rows) =>
        ImportInput.ReadAsync(new StringReader(string.Join('\n', rows)), mapping.CreateFormat());

    private static string[] Render(ImportInput input)
    {
        Assert.Empty(input.Problems);
        Assert.All(input.Objects, item => Assert.Null(item.Problem));
        return [.. input.Objects.SelectMany(item => item.Values.Select(pair => $"{item.Service}/{item.Key}/{pair.Key} = {Encoding.UTF8.GetString(pair.Value.Span)}"))];
    }
}
