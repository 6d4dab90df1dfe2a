using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;

namespace Restate.Actors;

/// <summary>Adds actors and settings to a host. Returned by <c>AddRestateActors</c>.</summary>
public sealed class RestateActorsBuilder
{
    internal RestateActorsBuilder(IServiceCollection services)
    {
        Services = services;
    }

    /// <summary>Gets the services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds an actor. Called by the generated <c>AddGeneratedActors</c>.</summary>
    /// <param name="registration">The actor.</param>
    /// <returns>This builder.</returns>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public RestateActorsBuilder AddActor(ActorRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        Services.AddSingleton(registration);
        return this;
    }
}
