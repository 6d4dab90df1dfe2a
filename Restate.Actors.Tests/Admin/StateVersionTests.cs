using System.Text;
using Restate.Actors.Internal.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

/// <summary>The values are those of the server's own tests.</summary>
public sealed class StateVersionTests
{
    [Fact]
    public void Of_OneValue() => Assert.Equal("tDqA04Lj3_qJ-PgNPTecXDGZgpwy6jm2Ni2BYqJIthM", Of(("name", "bob")));

    [Fact]
    public void Of_SeveralValues_OrderDoesNotMatter()
    {
        Assert.Equal("RVM17P6x18Wp-JnzQ01BzmqCvhAunTOQI_az6Px3Zyk", Of(("b", "bbb"), ("a", "aaa")));
        Assert.Equal("RVM17P6x18Wp-JnzQ01BzmqCvhAunTOQI_az6Px3Zyk", Of(("a", "aaa"), ("b", "bbb")));
    }

    [Fact]
    public void Of_Nothing() => Assert.Equal("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", Of());

    private static string Of(params (string Name, string Value)[] values)
    {
        return StateVersion.Of(values.ToDictionary(pair => pair.Name, pair => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(pair.Value))));
    }
}
