using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server as users have it.</summary>
[CollectionDefinition(nameof(DefaultServer))]
public sealed class DefaultServer() : ActorServer(new RestateServerSettings()), ICollectionFixture<DefaultServer>;
