using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;
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

    /// <summary>Makes an exception type terminal for all actors: thrown by a handler or a step, it ends the invocation or the step instead of being retried.</summary>
    /// <typeparam name="TException">The type; derived ones are meant, too. The most derived type that is named anywhere wins, also over <see cref="TerminalOnAttribute"/>.</typeparam>
    /// <param name="code">The code that the caller gets, from 400 to 599.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The code is not from 400 to 599.</exception>
    public RestateActorsBuilder TreatAsTerminal<TException>(int code)
        where TException : Exception
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        Services.AddSingleton(new ErrorMapping(typeof(TException), code));
        return this;
    }

    /// <inheritdoc cref="RestateErrorServiceCollectionExtensions.AddRestateError"/>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder MapError<TException>(
        string name,
        int code,
        Func<TException, IReadOnlyDictionary<string, string>?> write,
        Func<string, IReadOnlyDictionary<string, string>, TException> read)
        where TException : Exception
    {
        Services.AddRestateError(name, code, write, read);
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
