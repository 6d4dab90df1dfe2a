using Xunit;

namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>The tests that share a server.</summary>
[CollectionDefinition(Name)]
public sealed class ServerTests : ICollectionFixture<ServerFixture>
{
    public const string Name = "Server";
}
