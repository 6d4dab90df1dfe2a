using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server that speaks version 5 of the protocol and replays each await.</summary>
[CollectionDefinition(nameof(OldProtocolServer))]
public sealed class OldProtocolServer() : ActorServer(RestateServerSettings.AlwaysSuspend, maxProtocolVersion: 5), ICollectionFixture<OldProtocolServer>;
