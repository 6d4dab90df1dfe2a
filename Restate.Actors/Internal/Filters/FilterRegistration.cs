namespace Restate.Actors.Internal.Filters;

/// <summary>A filter that the application has added; the order of registrations is that of the filters, from the outermost inwards.</summary>
internal sealed record FilterRegistration<TFilter>(Func<IServiceProvider, TFilter> Create);
