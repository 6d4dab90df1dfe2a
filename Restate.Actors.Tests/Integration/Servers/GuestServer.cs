using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server of its own for tests that register other hosts in place of the common one.</summary>
[CollectionDefinition(nameof(GuestServer))]
public sealed class GuestServer() : ActorServer(new RestateServerSettings()), ICollectionFixture<GuestServer>;
