using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server that gives an attempt up when it is silent for a moment.</summary>
[CollectionDefinition(nameof(ImpatientServer))]
public sealed class ImpatientServer() : ActorServer(RestateServerSettings.Impatient), ICollectionFixture<ImpatientServer>;
