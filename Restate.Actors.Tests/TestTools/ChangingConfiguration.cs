using Microsoft.Extensions.Configuration;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A configuration whose values a test changes, as an edited file does.</summary>
internal sealed class ChangingConfiguration : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Puts new values in the place of all that there were, and tells.</summary>
    public void Change(params (string Name, string Value)[] values)
    {
        Data = values.ToDictionary(value => value.Name, value => (string?)value.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
