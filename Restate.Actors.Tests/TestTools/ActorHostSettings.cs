using Microsoft.AspNetCore.Server.Kestrel.Core;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Tests.TestTools;

/// <summary>What a test wants of its host.</summary>
public sealed record ActorHostSettings
{
    /// <summary>Gets which of the actors of this assembly are served.</summary>
    public required Func<Type, bool> Serves { get; init; }

    /// <summary>Gets what the host does with handlers that leave their turn scheduler.</summary>
    public EscapeHandling EscapeHandling { get; init; } = EscapeHandling.Fail;

    /// <summary>Gets the newest protocol version that discovery announces.</summary>
    public int MaxProtocolVersion { get; init; } = 7;

    /// <summary>Gets what the endpoint speaks, without TLS.</summary>
    public HttpProtocols Protocols { get; init; } = HttpProtocols.Http2;

    /// <summary>Gets the port, or 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Gets further settings of the engine.</summary>
    public Action<RestateActorsOptions> Configure { get; init; } = static _ => { };

    /// <summary>Gets what else is added to the host, such as filters.</summary>
    public Action<RestateActorsBuilder> Add { get; init; } = static _ => { };

    /// <summary>Serves some classes only.</summary>
    public static ActorHostSettings Of(params Type[] actors) => new() { Serves = actors.Contains };

    internal bool Includes(object? registration) => registration is not ActorRegistration actor || Serves(actor.ImplementationType);
}
