using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Filters;

namespace Restate.Actors;

/// <summary>Puts a filter around the handlers of one actor class, inside the filters of the host. Several are nested in the order in which they stand.</summary>
/// <typeparam name="TFilter">The filter. Taken from the services of the attempt if it is one of them, else created with constructor injection and not disposed.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ActorFilterAttribute<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter> : Attribute, IActorFilterSource
    where TFilter : class, IActorFilter
{
    IActorFilter IActorFilterSource.Create(IServiceProvider services) => services.GetService<TFilter>() ?? ActivatorUtilities.CreateInstance<TFilter>(services);
}
