using System.Text.Json;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.LocalServer;

public sealed class ServerInstallerTests : IDisposable
{
    private static readonly string Package = ServerPackage.ForThisMachine!.Name;

    /// <summary>What npm does, as far as the installer can see; each run leaves a line in the file runs.</summary>
    private static readonly string InstallScript =
        $"""
        echo "$@" >> "$(dirname "$0")/runs"
        mkdir -p node_modules/{Package}/bin
        echo '#!/bin/sh' > node_modules/{Package}/bin/restate-server
        chmod +x node_modules/{Package}/bin/restate-server
        """;

    private readonly TempDirectory _directory = new();
    private readonly RecordingLogger<ServerInstaller> _logger = new();
    private readonly LocalRestateServerOptions _options = new();

    private string Cache => $"{_directory.Path}/cache/restate-actors/server/1.7.12";

    [Fact]
    public async Task Install_EmptyCache_RunsNpmAndReturnsTheExecutable()
    {
        FakeNpm(InstallScript);

        var executable = await InstallAsync();

        Assert.Equal(new ServerExecutable($"{Cache}/node_modules/{Package}/bin/restate-server", "npm"), executable);
        Assert.Equal(["ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error"], await NpmRunsAsync());
        Assert.Equal(["1.7.12", "1.7.12.lock"], Directory.EnumerateFileSystemEntries($"{Cache}/..").Select(Path.GetFileName).Order());
        Assert.Equal($"Information: Installing restate-server 1.7.12 with npm into {Cache}; this is done once and downloads some 80 MB.", _logger.Lines[0]);
        Assert.StartsWith("Information: Installed restate-server 1.7.12 in ", _logger.Lines[1], StringComparison.Ordinal);
        Assert.Equal(2, _logger.Lines.Count);
    }

    [Fact]
    public async Task Install_LeftoversOfAKilledInstallation_AreReplaced()
    {
        FakeNpm(InstallScript);
        _directory.Write("cache/restate-actors/server/1.7.12.staging/half", "");
        _directory.Write("cache/restate-actors/server/1.7.12/something", "");

        var executable = await InstallAsync();

        Assert.True(File.Exists(executable.Path));
        Assert.False(Directory.Exists($"{Cache}.staging"));
        Assert.False(File.Exists($"{Cache}/something"));
    }

    [Fact]
    public async Task Install_TwoAtOnce_NpmRunsOnce()
    {
        FakeNpm(InstallScript);

        var both = await Task.WhenAll(InstallAsync(), InstallAsync());

        Assert.Equal(both[0], both[1]);
        Assert.Single(await NpmRunsAsync());
    }

    [Fact]
    public async Task Install_NpmFails_ErrorQuotesNpmAndLeavesNothing()
    {
        FakeNpm("echo 'npm error code ENOTFOUND' >&2; echo 'npm error network' >&2; exit 7");

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(InstallAsync);

        Assert.StartsWith(
            """
            There is no restate-server executable to start: npm could not install 1.7.12 (exit code 7):
              | npm error code ENOTFOUND
              | npm error network
            Get one in any of these ways:
              1. Install Node.js
            """,
            error.Message,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(Cache));
        Assert.False(Directory.Exists($"{Cache}.staging"));
    }

    [Fact]
    public async Task Install_NpmInstallsNothing_ErrorNamesThePackage()
    {
        FakeNpm("exit 0");

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(InstallAsync);

        Assert.StartsWith(
            $"There is no restate-server executable to start: npm ended without an error, but '{Package}' holds none.\n",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_NoNpm_ErrorSaysSo()
    {
        var error = await Assert.ThrowsAsync<LocalRestateServerException>(InstallAsync);

        Assert.StartsWith(
            "There is no restate-server executable to start: none was found, and npm, which could install one, is not on PATH.\n",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_NpmHangs_EndsAtTheLimitAndKillsNpm()
    {
        FakeNpm("""echo $$ > "$(dirname "$0")/pid"; exec sleep 1000""");
        _options.InstallTimeout = TimeSpan.FromSeconds(1);

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(InstallAsync);

        Assert.StartsWith(
            "There is no restate-server executable to start: npm did not install one within 00:00:01 "
            + "(LocalRestateServerOptions.InstallTimeout sets this limit).\n",
            error.Message,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists($"/proc/{(await File.ReadAllTextAsync($"{_directory.Path}/bin/pid")).Trim()}"));
    }

    [Fact]
    public async Task Install_CacheCannotBeWritten_ErrorSaysWhy()
    {
        FakeNpm(InstallScript);
        _directory.Write("cache", "a file where a directory should be");

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(InstallAsync);

        Assert.StartsWith(
            "There is no restate-server executable to start: none was found, and one could not be installed: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LockFile_EachPlatform_PinsVersionAndHashAndNoAddress()
    {
        foreach (var package in new[] { ServerPackage.LinuxX64, ServerPackage.LinuxArm64, ServerPackage.DarwinX64, ServerPackage.DarwinArm64 })
        {
            using var lockFile = JsonDocument.Parse(package.LockFile);
            var locked = lockFile.RootElement.GetProperty("packages").GetProperty($"node_modules/{package.Name}");

            Assert.Equal("1.7.12", locked.GetProperty("version").GetString());
            Assert.StartsWith("sha512-", locked.GetProperty("integrity").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("://", package.LockFile, StringComparison.Ordinal);
            Assert.Contains($"\"{package.Name}\": \"1.7.12\"", package.Manifest, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _directory.Dispose();

    private void FakeNpm(string script) => _directory.WriteScript("bin/npm", script);

    private Task<string[]> NpmRunsAsync() => File.ReadAllLinesAsync($"{_directory.Path}/bin/runs");

    private Task<ServerExecutable> InstallAsync()
    {
        var environment = new Dictionary<string, string> { ["PATH"] = $"{_directory.Path}/bin", ["XDG_CACHE_HOME"] = $"{_directory.Path}/cache" };
        return new ServerInstaller(_options, environment.GetValueOrDefault, _logger, TimeProvider.System).InstallAsync(CancellationToken.None);
    }
}
