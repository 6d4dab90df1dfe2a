using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Servers;

/// <summary>A server that reaches the actors over HTTP/1.1, one request and one response per attempt.</summary>
[CollectionDefinition(nameof(Http11Server))]
public sealed class Http11Server() : ActorServer(new RestateServerSettings(), protocols: HttpProtocols.Http1), ICollectionFixture<Http11Server>;
