using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Tests.TestTools;

namespace Restate.Actors.Tests.Filters;

/// <summary>Engines with filters.</summary>
internal static class FilterHost
{
    /// <summary>Creates an engine with the actors of the attempt tests and <see cref="Filtered"/>.</summary>
    /// <param name="script">What the filters do.</param>
    /// <param name="add">Adds the filters.</param>
    public static EngineHost Create(FilterScript script, Action<RestateActorsBuilder> add)
    {
        return new EngineHost(services =>
        {
            services.AddSingleton(script);
            var builder = new RestateActorsBuilder(services);
            __Filtered_Actor.AddTo(builder);
            add(builder);
        });
    }
}
