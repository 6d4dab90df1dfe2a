using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Settings;

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

    /// <summary>Sets the serializer of payloads, state and results of durable steps.</summary>
    /// <param name="serializer">The serializer.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseSerializer(IActorSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        Services.AddSingleton(serializer);
        return this;
    }

    /// <summary>Sets JSON with source-generated metadata, so that no reflection is used.</summary>
    /// <param name="contexts">The contexts, asked in this order.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseJson(params JsonSerializerContext[] contexts) => UseSerializer(new JsonActorSerializer(contexts));

    /// <summary>Sets JSON with settings of one's own.</summary>
    /// <param name="options">The settings; they become read-only.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseJson(JsonSerializerOptions options) => UseSerializer(new JsonActorSerializer(options));

    /// <summary>Sets how Restate treats an actor's service and its handlers. Goes before the attributes of the class; configuration goes before it.</summary>
    /// <typeparam name="TActor">The actor class or its contract interface.</typeparam>
    /// <param name="configure">Changes the options. Several calls add up.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder Configure<TActor>(Action<ActorServiceOptions> configure)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddSingleton(new ActorConfiguration(typeof(TActor), configure));
        return this;
    }

    /// <summary>Sets how Restate treats all services of this host, where neither attributes nor options of an actor say otherwise.</summary>
    /// <param name="configure">Changes the options. Several calls add up.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder ConfigureDefaults(Action<ActorOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.AddSingleton(new ActorDefaults(configure));
        return this;
    }

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
