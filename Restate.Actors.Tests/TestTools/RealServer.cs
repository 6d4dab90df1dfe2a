using Xunit;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Put <c>[Collection(RealServer.Name)]</c> on a class whose tests share one real server with default settings.</summary>
[CollectionDefinition(Name)]
public sealed class RealServer : ICollectionFixture<RestateServerFixture>
{
    public const string Name = "RealServer";
}
