using Microsoft.Extensions.Configuration;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Settings;

namespace Restate.Actors.Hosting.Internal.Settings;

/// <summary>Reads the options of actors from the configuration of the host.</summary>
internal static class ConfiguredOptions
{
    private const string Actors = "Restate:Actors";
    private const string Defaults = "Restate:ActorDefaults";
    private const string Metadata = "Metadata";

    /// <summary>Reads what is said of all services.</summary>
    public static OptionsSection? ReadDefaults(IConfiguration? configuration) =>
        configuration?.GetSection(Defaults) is { } section && section.Exists() ? new OptionsSection(section.Path, ReadValues(section)) : null;

    /// <summary>Reads what is said of single services, by name.</summary>
    public static IReadOnlyDictionary<string, OptionsSection> ReadActors(IConfiguration? configuration)
    {
        var sections = configuration?.GetSection(Actors).GetChildren() ?? [];
        return sections.ToDictionary(section => section.Key, section => new OptionsSection(section.Path, ReadService(section)), StringComparer.OrdinalIgnoreCase);
    }

    private static DeclaredOptions ReadService(IConfigurationSection section)
    {
        var options = ReadValues(section);
        foreach (var handler in section.GetChildren().Where(child => child.Value is null && !IsMetadata(child)))
        {
            options.Handlers[handler.Key] = ReadValues(handler);
        }

        return options;
    }

    private static DeclaredOptions ReadValues(IConfigurationSection section)
    {
        var options = new DeclaredOptions();
        foreach (var child in section.GetChildren())
        {
            if (child.Value is { } text)
            {
                options.Values[child.Key] = text;
            }

            if (IsMetadata(child))
            {
                foreach (var pair in child.GetChildren())
                {
                    options.Values[$"{Metadata}:{pair.Key}"] = pair.Value ?? string.Empty;
                }
            }
        }

        return options;
    }

    private static bool IsMetadata(IConfigurationSection section) => section.Key.Equals(Metadata, StringComparison.OrdinalIgnoreCase);
}
