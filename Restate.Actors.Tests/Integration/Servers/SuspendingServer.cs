using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server under which each await suspends, so that each await is replayed.</summary>
[CollectionDefinition(nameof(SuspendingServer))]
public sealed class SuspendingServer() : ActorServer(RestateServerSettings.AlwaysSuspend), ICollectionFixture<SuspendingServer>;
