using System.Text.Json.Serialization;
using Restate.Actors.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Admin;

[Collection(RealServer.Name)]
public sealed partial class QueryTests(RestateServerFixture fixture) : AdminTest(fixture)
{
    [Fact]
    public async Task Query_TypedRows_EachTypeOfColumn()
    {
        await Client.GetActor<ICashbox>(Key).Add(5);

        var rows = await Admin.QueryAsync<Row>(
            $"""
            SELECT service_key, value AS raw_value, value_length, partition_key, TRUE AS is_true, NULL AS nothing, 1.5 AS factor,
              TIMESTAMP '2026-11-21T04:13:14.154Z' AS at, arrow_cast(90000, 'Duration(Millisecond)') AS took, 'Exclusive' AS mode
            FROM state WHERE service_name = {"Cashbox"} AND service_key = {Key}
            """);

        var row = Assert.Single(rows);
        Assert.Equal(Key, row.ServiceKey);
        Assert.Equal("5"u8.ToArray(), row.RawValue);
        Assert.Equal(1, row.ValueLength);
        Assert.NotEqual(0UL, row.PartitionKey);
        Assert.True(row.IsTrue);
        Assert.Null(row.Nothing);
        Assert.Equal(1.5, row.Factor);
        Assert.Equal(TimeSpan.FromSeconds(90), row.Took);
        Assert.Equal(HandlerMode.Exclusive, row.Mode);
    }

    [Fact]
    public async Task Query_WithTypeInfo_NeedsNoReflection()
    {
        var rows = await Admin.QueryAsync($"SELECT count(1) AS n FROM sys_service", Json.Default.Count);

        Assert.True(Assert.Single(rows).N > 0);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("a\\b\"c")]
    [InlineData("100% _ ; -- /* */")]
    [InlineData("日本 \U0001F600 \t\n")]
    public async Task Query_AnyText_ComesBackAsItWas(string text)
    {
        var row = Assert.Single(await Admin.QueryAsync($"SELECT {text} AS text"));

        Assert.Equal(text, (string?)row["text"]);
    }

    [Fact]
    public async Task Query_Time_ComparesWithColumns()
    {
        var before = DateTimeOffset.UnixEpoch;
        await Client.GetActor<ICashbox>(Key).Add(5);

        var count = (int)(await Admin.QueryAsync(
            $"SELECT count(1) n FROM sys_invocation WHERE target_service_key = {Key} AND created_at > {before}"))[0]["n"]!;
        var none = (int)(await Admin.QueryAsync(
            $"SELECT count(1) n FROM sys_invocation WHERE target_service_key = {Key} AND created_at < {before}"))[0]["n"]!;

        Assert.Equal((1, 0), (count, none));
    }

    [Theory]
    [InlineData("selec 1")]
    [InlineData("SELECT nope FROM sys_invocation")]
    [InlineData("SELECT 1 FROM nope")]
    [InlineData("DELETE FROM state")]
    public async Task Query_Wrong_BadRequest(string sql)
    {
        await Assert.ThrowsAsync<RestateBadRequestException>(() => Admin.QueryAsync(SqlQuery.Raw(sql)));
    }

    [Fact]
    public async Task Version_AndHealth()
    {
        var version = await Admin.GetVersionAsync();
        await Admin.CheckHealthAsync();

        Assert.StartsWith("1.", version.Version, StringComparison.Ordinal);
        Assert.True(version.MaxAdminApiVersion >= version.MinAdminApiVersion);
        Assert.False(version.Features["vqueues"]);
        Assert.NotNull(version.IngressUri);
    }

    internal sealed record Count(int N);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Count))]
    internal sealed partial class Json : JsonSerializerContext;

    private sealed record Row
    {
        public required string ServiceKey { get; init; }

        public required byte[] RawValue { get; init; }

        public long ValueLength { get; init; }

        public ulong PartitionKey { get; init; }

        public bool IsTrue { get; init; }

        public string? Nothing { get; init; }

        public double Factor { get; init; }

        public TimeSpan Took { get; init; }

        public HandlerMode Mode { get; init; }
    }
}
