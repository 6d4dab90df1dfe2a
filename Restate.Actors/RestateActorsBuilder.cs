using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Settings;
using Restate.Actors.Internal.Validation;

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

    /// <summary>Sets the serializer of all values that no other one is named for. The arguments of handlers with several parameters stay a JSON object.</summary>
    /// <param name="serializer">The serializer: deterministic and thread-safe.</param>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseSerializer(IPayloadSerializer serializer) => UseSerializer(serializer, static _ => true);

    /// <inheritdoc cref="RestatePayloadServiceCollectionExtensions.AddRestateSerializer{T}"/>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseSerializer<T>(IPayloadSerializer serializer)
    {
        Services.AddRestateSerializer<T>(serializer);
        return this;
    }

    /// <inheritdoc cref="RestatePayloadServiceCollectionExtensions.AddRestateSerializer(IServiceCollection, IPayloadSerializer, Func{Type, bool})"/>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UseSerializer(IPayloadSerializer serializer, Func<Type, bool> handles)
    {
        Services.AddRestateSerializer(serializer, handles);
        return this;
    }

    /// <inheritdoc cref="RestatePayloadServiceCollectionExtensions.AddRestatePayloadTransform(IServiceCollection, IPayloadTransform, Action{PayloadTransformOptions})"/>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UsePayloadTransform(IPayloadTransform transform, Action<PayloadTransformOptions>? configure = null)
    {
        Services.AddRestatePayloadTransform(transform, configure);
        return this;
    }

    /// <inheritdoc cref="RestatePayloadServiceCollectionExtensions.AddRestatePayloadTransform{TTransform}"/>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder UsePayloadTransform<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTransform>(
        Action<PayloadTransformOptions>? configure = null)
        where TTransform : class, IPayloadTransform
    {
        Services.AddRestatePayloadTransform<TTransform>(configure);
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

    /// <summary>Checks inputs before handlers run: what attributes of System.ComponentModel.DataAnnotations say on parameters of contracts and on payload types.</summary>
    /// <returns>This builder.</returns>
    /// <remarks>An invalid input ends the invocation with code 400; the message names the members as callers write them. Members of members and items of lists are checked, too.</remarks>
    [RequiresUnreferencedCode("Reflection finds the attributes of parameters and payload types. In trimmed and Native AOT applications check inputs in handlers or in an IActorFilter.")]
    public RestateActorsBuilder ValidateInputs()
    {
        Services.AddSingleton<IInputValidator>(static services => new DataAnnotationsValidator(services.GetRequiredService<PayloadCoder>().Serializer.JsonOptions));
        return AddInputChecking();
    }

    /// <summary>Checks inputs before handlers run with a validator of one's own. Several add up.</summary>
    /// <param name="validator">The validator.</param>
    /// <returns>This builder.</returns>
    /// <remarks>An invalid input ends the invocation with code 400; the message names the members.</remarks>
    [RequiresUnreferencedCode("Reflection finds the parameters of contracts. In trimmed and Native AOT applications check inputs in handlers or in an IActorFilter.")]
    public RestateActorsBuilder ValidateInputs(IInputValidator validator)
    {
        ArgumentNullException.ThrowIfNull(validator);
        Services.AddSingleton(validator);
        return AddInputChecking();
    }

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

    /// <summary>Puts a filter around all handlers of this host. It is created for each attempt, as a scoped service unless the application has added it otherwise.</summary>
    /// <typeparam name="TFilter">The filter. Several filters are nested; the first that is added is the outermost.</typeparam>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder AddFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>()
        where TFilter : class, IActorFilter
    {
        Services.TryAddScoped<TFilter>();
        Services.AddSingleton(new FilterRegistration<IActorFilter>(static services => services.GetRequiredService<TFilter>()));
        return this;
    }

    /// <summary>Puts a filter around the calls and sends of all handlers of this host, and of <see cref="IRestateClient"/>. It is a singleton.</summary>
    /// <typeparam name="TFilter">The filter. Several filters are nested; the first that is added is the outermost.</typeparam>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder AddOutgoingFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>()
        where TFilter : class, IOutgoingActorFilter
    {
        Services.AddRestateOutgoingFilter<TFilter>();
        return this;
    }

    /// <summary>Puts a filter around the executions of all durable steps of this host. It is a singleton.</summary>
    /// <typeparam name="TFilter">The filter. Several filters are nested; the first that is added is the outermost.</typeparam>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder AddRunFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>()
        where TFilter : class, IRunFilter
    {
        Services.TryAddSingleton<TFilter>();
        Services.AddSingleton(new FilterRegistration<IRunFilter>(static services => services.GetRequiredService<TFilter>()));
        return this;
    }

    /// <summary>Puts a filter around all attempts of this host. It is a singleton.</summary>
    /// <typeparam name="TFilter">The filter. Several filters are nested; the first that is added is the outermost.</typeparam>
    /// <returns>This builder.</returns>
    public RestateActorsBuilder AddAttemptFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>()
        where TFilter : class, IAttemptFilter
    {
        Services.TryAddSingleton<TFilter>();
        Services.AddSingleton(new FilterRegistration<IAttemptFilter>(static services => services.GetRequiredService<TFilter>()));
        return this;
    }

    /// <summary>Carries a header from each request to all calls, sends and reminders of its handler, where the call does not set it itself.</summary>
    /// <param name="name">The header's name; case does not matter.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is no header's name, or belongs to HTTP or to Restate.</exception>
    /// <remarks>Headers of calls are part of the journal: a change of what is carried is a change of the handlers' code, so deploy it as a new deployment.</remarks>
    public RestateActorsBuilder CarryHeader(string name)
    {
        if (HeaderRules.Problem(name, "") is { } problem)
        {
            throw new ArgumentException(problem, nameof(name));
        }

        Services.AddSingleton(new CarriedHeaderName(name));
        return this;
    }

    /// <summary>Carries a typed header from each request to all calls, sends and reminders of its handler, where the call does not set it itself.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="header">The header.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Headers of calls are part of the journal: a change of what is carried is a change of the handlers' code, so deploy it as a new deployment.</remarks>
    public RestateActorsBuilder CarryHeader<T>(CarriedHeader<T> header)
        where T : IParsable<T>
    {
        ArgumentNullException.ThrowIfNull(header);
        return CarryHeader(header.Name);
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

    [RequiresUnreferencedCode("Reflection finds the parameters of contracts.")]
    private RestateActorsBuilder AddInputChecking()
    {
        Services.TryAddSingleton<IInputChecking>(static services => new InputValidation(services.GetServices<IInputValidator>()));
        return this;
    }
}
