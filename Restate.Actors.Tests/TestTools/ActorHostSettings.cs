using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>Takes the actors that are not served out of the services.</summary>
    public void RemoveOthers(IServiceCollection services)
    {
        var others = services.Where(service =>
            !service.IsKeyedService && service.ImplementationInstance is ActorRegistration actor && !Serves(actor.ImplementationType));
        foreach (var other in others.ToArray())
        {
            services.Remove(other);
        }
    }
}
