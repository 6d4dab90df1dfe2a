using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.Settings;

/// <summary>Reads the settings of the registration from the configuration of the host, after all code that sets them.</summary>
internal sealed class RegistrationSection(IServiceProvider services) : IPostConfigureOptions<RestateRegistrationOptions>
{
    private const string Section = "Restate:Registration";

    public void PostConfigure(string? name, RestateRegistrationOptions options)
    {
        if (services.GetService<IConfiguration>()?.GetSection(Section) is { } section && section.Exists())
        {
            ConfigurationMistakes.Throw<RestateRegistrationOptions>(name, () => section.Bind(options, static binder => binder.ErrorOnUnknownConfiguration = true));
        }
    }
}
