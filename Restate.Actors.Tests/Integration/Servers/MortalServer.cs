using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server of its own for the tests that kill it.</summary>
[CollectionDefinition(nameof(MortalServer))]
public sealed class MortalServer() : ActorServer(new RestateServerSettings()), ICollectionFixture<MortalServer>;
