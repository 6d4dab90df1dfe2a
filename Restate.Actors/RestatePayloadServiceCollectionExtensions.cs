using System.Diagnostics.CodeAnalysis;
using Restate.Actors;
using Restate.Actors.Internal.Payloads;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says how payloads become bytes, for hosts and clients of an application alike.</summary>
public static class RestatePayloadServiceCollectionExtensions
{
    /// <summary>Writes the values of one type with a serializer of its own.</summary>
    /// <typeparam name="T">The type; not those derived from it.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="serializer">The serializer: deterministic and thread-safe.</param>
    /// <returns>The services.</returns>
    /// <remarks>Callers and handlers must agree: both need the same line. <see cref="PayloadSerializerAttribute"/> on the type or contract makes sure of it and goes first.</remarks>
    public static IServiceCollection AddRestateSerializer<T>(this IServiceCollection services, IPayloadSerializer serializer)
    {
        return services.AddRestateSerializer(serializer, static type => type == typeof(T));
    }

    /// <summary>Writes the values of some types with a serializer of their own.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="serializer">The serializer: deterministic and thread-safe.</param>
    /// <param name="handles">Says which types. Asked once per type.</param>
    /// <returns>The services.</returns>
    /// <remarks>Of several serializers that handle a type the one that was added last wins. Raw bytes are nobody's.</remarks>
    public static IServiceCollection AddRestateSerializer(this IServiceCollection services, IPayloadSerializer serializer, Func<Type, bool> handles)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(handles);
        return services.AddSingleton(new SerializerRule(handles, serializer));
    }

    /// <summary>Encodes all stored payloads: encryption, compression.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="transform">The transform. Several are applied in the order in which they are added: compress first, then encrypt.</param>
    /// <param name="configure">Changes to what the transforms apply. Several calls add up.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddRestatePayloadTransform(
        this IServiceCollection services, IPayloadTransform transform, Action<PayloadTransformOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(transform);
        return services.AddSingleton(transform).ConfigureTransforms(configure);
    }

    /// <summary>Encodes all stored payloads with a transform that the container creates.</summary>
    /// <typeparam name="TTransform">The transform. Several are applied in the order in which they are added.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes to what the transforms apply. Several calls add up.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddRestatePayloadTransform<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TTransform>(
        this IServiceCollection services, Action<PayloadTransformOptions>? configure = null)
        where TTransform : class, IPayloadTransform
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton<IPayloadTransform, TTransform>().ConfigureTransforms(configure);
    }

    private static IServiceCollection ConfigureTransforms(this IServiceCollection services, Action<PayloadTransformOptions>? configure)
    {
        services.AddOptions<PayloadTransformOptions>().Configure(configure ?? (static _ => { }));
        return services;
    }
}
