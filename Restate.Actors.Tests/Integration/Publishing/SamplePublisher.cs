using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Publishing;

/// <summary>Publishes the sample NativeAot into a directory of its own. Nothing of it touches the build of the repository.</summary>
internal sealed class SamplePublisher(TempDirectory directory)
{
    /// <summary>All code of the libraries is published, not only what the sample uses, so that each of its warnings is an error here.</summary>
    private const string WholeLibraries =
        """
        <Project>
          <ItemGroup Condition="'$(MSBuildProjectName)' == 'NativeAot'">
            <ProjectReference Include="$(RepositoryRoot)Restate.Actors.Dashboard/Restate.Actors.Dashboard.csproj" />
            <ProjectReference Include="$(RepositoryRoot)Restate.Actors.Lambda/Restate.Actors.Lambda.csproj" />
            <ProjectReference Include="$(RepositoryRoot)Restate.Actors.Testing/Restate.Actors.Testing.csproj" />
            <TrimmerRootAssembly Include="Restate.Actors;Restate.Actors.Hosting;Restate.Actors.Dashboard;Restate.Actors.Lambda;Restate.Actors.Testing" />
          </ItemGroup>
        </Project>
        """;

    private const string Trimming =
        """
        <Project>
          <PropertyGroup Condition="'$(MSBuildProjectName)' == 'NativeAot'">
            <PublishTrimmed>true</PublishTrimmed>
            <SelfContained>true</SelfContained>
          </PropertyGroup>
        </Project>
        """;

    private static readonly string Project = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "..", "samples", "NativeAot", "NativeAot.csproj"));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string _wholeLibraries = directory.Write("WholeLibraries.targets", WholeLibraries);
    private readonly string _trimming = directory.Write("Trimming.props", Trimming);

    /// <summary>Gets the published program.</summary>
    public string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "NativeAot.exe" : "NativeAot");

    /// <summary>Gets the folder that holds it and its settings.</summary>
    public string Folder => Path.Combine(directory.Path, "app");

    /// <summary>Publishes natively where this machine can, trimmed elsewhere.</summary>
    public async Task<PublishKind> PublishAsync()
    {
        var kind = HasLinker() && await RunAsync("restore", PublishKind.Native) == "" ? PublishKind.Native : PublishKind.Trimmed;
        var errors = await RunAsync("publish", kind, "--configuration", "Release", "--output", Folder);
        Assert.True(errors.Length == 0, errors);
        return kind;
    }

    private static bool HasLinker() =>
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        && (IsInstalled("clang") || IsInstalled("gcc"))
        && (OperatingSystem.IsMacOS() || IsInstalled("objcopy") || IsInstalled("llvm-objcopy"));

    private static bool IsInstalled(string program) => ExecutableSearch.FindOnPath(program, Environment.GetEnvironmentVariable) is not null;

    /// <summary>Runs the SDK.</summary>
    /// <returns>What it complained of; empty if it did what it was told.</returns>
    private async Task<string> RunAsync(string command, PublishKind kind, params string[] arguments)
    {
        string[] choice = kind == PublishKind.Native ? [] : ["-p:PublishAot=false", $"-p:CustomBeforeMicrosoftCommonProps={_trimming}"];
        string[] all =
        [
            command, Project, "--runtime", RuntimeInformation.RuntimeIdentifier, "--artifacts-path", Path.Combine(directory.Path, "artifacts"), .. arguments,
            "--nologo", "--verbosity", "quiet", "--disable-build-servers",
            "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false",
            $"-p:CustomAfterMicrosoftCommonTargets={_wholeLibraries}", "-p:TrimmerSingleWarn=false", .. choice,
        ];
        await using var sdk = await ChildProcess.StartAsync(Environment.ProcessPath!, all, new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" });
        return await sdk.Exited.WaitAsync(Patience) == 0 ? "" : sdk.Output;
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
