using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server that speaks version 7 of the protocol and replays each await.</summary>
[CollectionDefinition(nameof(NewProtocolServer))]
public sealed class NewProtocolServer() : ActorServer(RestateServerSettings.AlwaysSuspend.And(RestateServerSettings.NewestProtocol)), ICollectionFixture<NewProtocolServer>;
