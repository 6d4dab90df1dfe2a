using System.Reflection;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>What the build says about itself.</summary>
internal static class BuildInfo
{
    /// <summary>Gets the folder of the solution.</summary>
    public static string Root { get; } = Read("RepositoryRoot");

    /// <summary>Gets the configuration of the build whose output is packed.</summary>
    public static string Configuration { get; } = Read("Configuration");

    /// <summary>Gets the folder in which the machine keeps the packages that it has restored.</summary>
    public static string PackagesFolder { get; } = Read("PackagesFolder");

    private static string Read(string key) =>
        typeof(BuildInfo).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
