using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Internal.Filters;

/// <summary>All filters of a host, and what it carries through calls.</summary>
internal sealed class HostFilters
{
    public static HostFilters None { get; } = new();

    /// <summary>Gets the filters around all handlers, the outermost first; created for each attempt.</summary>
    public IReadOnlyList<Func<IServiceProvider, IActorFilter>> Incoming { get; init; } = [];

    public SharedFilters<IOutgoingActorFilter> Outgoing { get; init; } = SharedFilters<IOutgoingActorFilter>.None;

    public SharedFilters<IRunFilter> Runs { get; init; } = SharedFilters<IRunFilter>.None;

    public SharedFilters<IAttemptFilter> Attempts { get; init; } = SharedFilters<IAttemptFilter>.None;

    public CarriedHeaders Carried { get; init; } = CarriedHeaders.None;

    /// <summary>Collects what the application has added.</summary>
    public static HostFilters Create(IServiceProvider services) => new()
    {
        Incoming = [.. services.GetServices<FilterRegistration<IActorFilter>>().Select(registration => registration.Create)],
        Outgoing = Shared<IOutgoingActorFilter>(services),
        Runs = Shared<IRunFilter>(services),
        Attempts = Shared<IAttemptFilter>(services),
        Carried = new CarriedHeaders(services.GetServices<CarriedHeaderName>()),
    };

    /// <summary>Gets the filters around the handlers of an actor class: those of the host, then those of its attributes.</summary>
    public IReadOnlyList<Func<IServiceProvider, IActorFilter>> Of(Type implementation)
    {
        var attributes = implementation.GetCustomAttributes(inherit: true).OfType<IActorFilterSource>();
        return [.. Incoming, .. attributes.Select<IActorFilterSource, Func<IServiceProvider, IActorFilter>>(source => source.Create)];
    }

    private static SharedFilters<TFilter> Shared<TFilter>(IServiceProvider services)
        where TFilter : class => new(services, services.GetServices<FilterRegistration<TFilter>>());
}
