using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server under which each await suspends and each read of state is an await.</summary>
[CollectionDefinition(nameof(SuspendingLazyServer))]
public sealed class SuspendingLazyServer() : ActorServer(RestateServerSettings.AlwaysSuspend.And(RestateServerSettings.LazyState)), ICollectionFixture<SuspendingLazyServer>;
