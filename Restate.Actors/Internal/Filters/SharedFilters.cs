namespace Restate.Actors.Internal.Filters;

/// <summary>The filters of one kind that are singletons.</summary>
/// <remarks>Created when the first is needed: a filter of calls may itself inject the client that it filters.</remarks>
internal sealed class SharedFilters<TFilter>(IServiceProvider? services, IEnumerable<FilterRegistration<TFilter>> registrations)
    where TFilter : class
{
    private readonly FilterRegistration<TFilter>[] _registrations = [.. registrations];
    private TFilter[]? _filters;

    public static SharedFilters<TFilter> None { get; } = new(services: null, []);

    public bool IsEmpty => _registrations.Length == 0;

    /// <summary>Gets the filters, the outermost first.</summary>
    public IReadOnlyList<TFilter> All => _filters ??= [.. _registrations.Select(registration => registration.Create(services!))];
}
