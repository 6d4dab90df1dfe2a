using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.Settings;

/// <summary>Reads who may send requests from the configuration of the host. Keys add up.</summary>
internal sealed class IdentitySection(IServiceProvider services) : IPostConfigureOptions<RestateIdentityOptions>
{
    private const string Section = "Restate:Identity";

    public void PostConfigure(string? name, RestateIdentityOptions options)
    {
        if (services.GetService<IConfiguration>()?.GetSection(Section) is { } section && section.Exists())
        {
            ConfigurationMistakes.Throw<RestateIdentityOptions>(name, () => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
        }
    }
}
