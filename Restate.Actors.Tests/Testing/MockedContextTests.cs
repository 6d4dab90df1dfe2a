using System.Reflection;
using Xunit;

namespace Restate.Actors.Tests.Testing;

/// <summary>An actor without any host, for tests of plain logic.</summary>
public sealed class MockedContextTests
{
    [Fact]
    [Capability("Testing", "Mocked context")]
    public void Attach_FakeContext_IsWhatTheActorSees()
    {
        var badge = new Badge().Attach(DispatchProxy.Create<IActorContext, KeyOnly>());

        Assert.Equal("badge of anna", badge.Describe());
    }

    [Fact]
    public void Members_WithoutContext_SayWhatIsMissing()
    {
        Assert.Throws<InvalidOperationException>(() => new Badge().Describe());
    }

    private sealed class Badge : VirtualObject
    {
        public string Describe() => $"badge of {Key}";
    }

    public class KeyOnly : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
            => targetMethod!.Name == "get_Key" ? "anna" : throw new NotSupportedException($"{targetMethod.Name} is not faked.");
    }
}
