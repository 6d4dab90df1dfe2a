using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.Settings;

/// <summary>Makes what the configuration binder finds wrong the same kind of error as other wrong settings.</summary>
internal static class ConfigurationMistakes
{
    public static void Throw<TOptions>(string? name, Action bind)
    {
        try
        {
            bind();
        }
        catch (InvalidOperationException error)
        {
            throw new OptionsValidationException(name ?? Options.DefaultName, typeof(TOptions), [error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message]);
        }
    }
}
