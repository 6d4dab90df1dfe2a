using System.Reflection;
using System.Reflection.Emit;
using Restate.Actors.Hosting;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

public sealed class DeploymentVersionTests
{
    [Theory]
    [InlineData("2.1.0", "2.1.0")]
    [InlineData("2.1.0-beta.3", "2.1.0-beta.3")]
    [InlineData("2.1.0+4f3a9c1e5566778899aabbccddeeff0011223344", "2.1.0-4f3a9c1e")]
    [InlineData("2.1.0+ab", "2.1.0-ab")]
    [InlineData("2.1.0-feature/a b%+x+y", "2.1.0-feature-a-b--x-y")]
    public void Of_InformationalVersion_IsAPartOfAnAddress(string version, string expected)
    {
        var attribute = new CustomAttributeBuilder(typeof(AssemblyInformationalVersionAttribute).GetConstructor([typeof(string)])!, [version]);
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Versioned"), AssemblyBuilderAccess.Run, [attribute]);

        Assert.Equal(expected, DeploymentVersion.Of(assembly));
    }

    [Fact]
    public void Of_AssemblyVersionOnly_IsThatOne()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Versioned") { Version = new Version(3, 4, 5, 6) }, AssemblyBuilderAccess.Run);

        Assert.Equal("3.4.5.6", DeploymentVersion.Of(assembly));
    }
}
