using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.Settings;

/// <summary>Reads the settings of the engine from the configuration of the host, after all code that sets them.</summary>
internal sealed class EndpointSection(IServiceProvider services) : IPostConfigureOptions<RestateActorsOptions>
{
    private const string Section = "Restate:Endpoint";

    public void PostConfigure(string? name, RestateActorsOptions options)
    {
        if (services.GetService<IConfiguration>()?.GetSection(Section) is not { } section || !section.Exists())
        {
            return;
        }

        if (section.GetSection(nameof(options.Services)).Exists())
        {
            // The binder adds to what is there.
            options.Services = [];
        }

        ConfigurationMistakes.Throw<RestateActorsOptions>(name, () => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
    }
}
