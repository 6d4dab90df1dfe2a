using Restate.Actors.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

public sealed class SqlQueryTests
{
    [Fact]
    public void Interpolated_Values_BecomeLiterals()
    {
        var id = Guid.Parse("6F9619FF-8B86-D011-B42D-00C04FC964FF");
        string? nothing = null;
        var time = new DateTimeOffset(2026, 11, 21, 6, 13, 14, 154, TimeSpan.FromHours(2));

        SqlQuery query = $"a = {"it's"} b = {42} c = {18_446_744_073_709_551_615UL} d = {1.5} e = {true} f = {id} g = {nothing} h = {time}";

        Assert.Equal(
            "a = 'it''s' b = 42 c = 18446744073709551615 d = 1.5 e = TRUE f = '6f9619ff-8b86-d011-b42d-00c04fc964ff' g = NULL "
            + "h = TIMESTAMP '2026-11-21T04:13:14.1540000Z'",
            query.ToString());
    }

    [Fact]
    public void Interpolated_List_IsInParentheses()
    {
        string[] names = ["a", "b'c"];

        SqlQuery query = $"x IN {names}";

        Assert.Equal("x IN ('a', 'b''c')", query.ToString());
    }

    [Fact]
    public void Interpolated_EmptyList_Throws()
    {
        string[] names = [];

        var error = Assert.Throws<ArgumentException>(() => Render($"x IN {names}"));

        Assert.StartsWith("A list in the query is empty. SQL has no empty list: leave the condition out.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interpolated_AttackOfAValue_StaysOneLiteral()
    {
        const string Attack = "'; SELECT 1; --";

        Assert.Equal("key = '''; SELECT 1; --'", Render($"key = {Attack}"));
    }

    [Fact]
    public void Interpolated_HalfASurrogatePair_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render($"key = {"a\uD800"}"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Interpolated_NumberThatSqlDoesNotHave_Throws(double value)
    {
        Assert.Throws<ArgumentException>(() => Render($"x = {value}"));
    }

    [Fact]
    public void Interpolated_OtherQuery_IsPutInAsItIs()
    {
        var column = SqlQuery.Raw("target_service_name");

        Assert.Equal("target_service_name = 'A'", Render($"{column} = {"A"}"));
    }

    private static string Render(SqlQuery query) => query.ToString();
}
