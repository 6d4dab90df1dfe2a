namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>An installation of the template, apart from the user's.</summary>
internal static class TemplateHive
{
    /// <summary>Installs the template for one folder.</summary>
    public static Task<string> InstallTemplateAsync(this OutsideFolder outside, PackedPackages packages) =>
        outside.Dotnet().RunAsync("new", "install", Path.Combine(packages.Folder, $"Restate.Actors.Templates.{PackedPackages.Version}.nupkg"), "--debug:custom-hive", Hive(outside));

    /// <summary>Makes a solution of the template.</summary>
    /// <param name="outside">Where its folder is made.</param>
    /// <param name="name">The name of the solution and its folder.</param>
    /// <param name="options">Options of the template.</param>
    public static Task<string> NewAsync(this OutsideFolder outside, string name, params string[] options) =>
        outside.Dotnet().RunAsync(["new", "restate-actors", "-n", name, .. options, "--debug:custom-hive", Hive(outside)]);

    private static string Hive(OutsideFolder outside) => outside.In("hive");
}
