using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server that sends no state along.</summary>
[CollectionDefinition(nameof(LazyServer))]
public sealed class LazyServer() : ActorServer(RestateServerSettings.LazyState), ICollectionFixture<LazyServer>;
