using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server of its own for the test that waits long: collections run side by side, and nobody waits for it.</summary>
[CollectionDefinition(nameof(PatientServer))]
public sealed class PatientServer() : ActorServer(new RestateServerSettings { Partitions = 1 }), ICollectionFixture<PatientServer>;
