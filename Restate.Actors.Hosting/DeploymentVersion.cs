using System.Reflection;

namespace Restate.Actors.Hosting;

/// <summary>The version of the code as a part of an address, so that each version has an address of its own.</summary>
public static class DeploymentVersion
{
    private const int MaxBuildLength = 8;

    /// <summary>Gets the version of an assembly, such as <c>2.1.0-4f3a9c1e</c>.</summary>
    /// <param name="assembly">The assembly, usually that of the program: <c>typeof(Program).Assembly</c>.</param>
    /// <returns>
    /// Its informational version, or else its assembly version. Of what follows the plus sign, usually a commit, the first 8 characters. Letters, digits, <c>-</c>, <c>_</c> and <c>.</c> only.
    /// </returns>
    /// <remarks>
    /// For <c>app.MapRestateActors($"/{DeploymentVersion.Of(typeof(Program).Assembly)}")</c>: a request for another version then gets 404 and is tried again, instead of meeting
    /// code that does not fit its journal. Two builds of different code must not have the same version.
    /// </remarks>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "0";
        var parts = version.Split('+', 2);
        var text = parts.Length == 1 ? version : $"{parts[0]}-{parts[1][..Math.Min(parts[1].Length, MaxBuildLength)]}";
        return string.Concat(text.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' ? letter : '-'));
    }
}
