using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors;
using Restate.Actors.Internal.Filters;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds filters of calls.</summary>
public static class RestateFilterServiceCollectionExtensions
{
    /// <summary>Adds a filter around the calls and sends of <see cref="IRestateClient"/> and, in a host of actors, of handlers. It is a singleton.</summary>
    /// <typeparam name="TFilter">The filter.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddRestateOutgoingFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>(
        this IServiceCollection services)
        where TFilter : class, IOutgoingActorFilter
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<TFilter>();
        return services.AddSingleton(new FilterRegistration<IOutgoingActorFilter>(static provider => provider.GetRequiredService<TFilter>()));
    }
}
