using System.Runtime.InteropServices;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>The npm package which holds the server executable of one platform, pinned by version and hash.</summary>
/// <remarks>
/// The package of the platform is installed directly, not through <c>@restatedev/restate-server</c>: that wrapper lists the platforms as optional
/// dependencies, so npm would be silent about a failed download, and it brings a telemetry package.
/// </remarks>
internal sealed record ServerPackage(string Name, string Integrity)
{
    public const string Version = "1.7.12";

    /// <summary>Gets the package for this operating system and processor, or <see langword="null"/> if none is published.</summary>
    public static ServerPackage? ForThisMachine =>
        OperatingSystem.IsLinux() ? ForArchitecture(LinuxX64, LinuxArm64)
        : OperatingSystem.IsMacOS() ? ForArchitecture(DarwinX64, DarwinArm64)
        : null;

    public static ServerPackage LinuxX64 { get; } = new(
        "@restatedev/restate-server-linux-x64",
        "sha512-URotJ1AIqaSCDkRMl4OrQfTLH+NYuOZb3ZsP7wxxiuAB6pncgPhTUYSvegTF5PTrAShnNyHNpju9kjf2O3QxoA==");

    public static ServerPackage LinuxArm64 { get; } = new(
        "@restatedev/restate-server-linux-arm64",
        "sha512-aV7YxWvPhp88MjQtObGDhDCTwCBa68wwZOAMmJqDreO0auHYuSfOqabEx4I90coZsx3zShNusppbTPKprOa+dw==");

    public static ServerPackage DarwinX64 { get; } = new(
        "@restatedev/restate-server-darwin-x64",
        "sha512-ZRS1kk3S4pzIiup2IRRQ3eHoKJSZ43FG4rDe7UbGFWwZ/Yz0xSDa4/3/kiuwaMHXWs/CsKtJe0shx8JCR0DO1g==");

    public static ServerPackage DarwinArm64 { get; } = new(
        "@restatedev/restate-server-darwin-arm64",
        "sha512-pHrZMaaeBJxXTgI19WG/aJvxuUDQ2nhSDEEJVseTZQiTEdJ7hboPlhvYacgXIE2iMnLMmWkN5XIlXqosHK8Byg==");

    /// <summary>Gets the content of <c>package.json</c>.</summary>
    public string Manifest =>
        $$"""
        {
          "name": "restate-actors-local-server",
          "private": true,
          "dependencies": { "{{Name}}": "{{Version}}" }
        }
        """;

    /// <summary>Gets the content of <c>package-lock.json</c>: the hash, and no address, so that npm asks the registry the user has set up.</summary>
    public string LockFile =>
        $$"""
        {
          "name": "restate-actors-local-server",
          "lockfileVersion": 3,
          "requires": true,
          "packages": {
            "": {
              "name": "restate-actors-local-server",
              "dependencies": { "{{Name}}": "{{Version}}" }
            },
            "node_modules/{{Name}}": {
              "version": "{{Version}}",
              "integrity": "{{Integrity}}"
            }
          }
        }
        """;

    /// <summary>Gets the path of the executable inside the directory in which npm was run.</summary>
    public string ExecutableIn(string directory) => Path.Combine([directory, "node_modules", .. Name.Split('/'), "bin", "restate-server"]);

    private static ServerPackage? ForArchitecture(ServerPackage x64, ServerPackage arm64) => RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => x64,
        Architecture.Arm64 => arm64,
        _ => null,
    };
}
