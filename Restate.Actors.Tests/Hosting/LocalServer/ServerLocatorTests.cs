using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting.LocalServer;

public sealed class ServerLocatorTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Dictionary<string, string> _environment = [];
    private readonly LocalRestateServerOptions _options = new();

    public ServerLocatorTests()
    {
        _environment["XDG_CACHE_HOME"] = Path.Combine(_directory.Path, "cache");
        _environment["PATH"] = $"{_directory.Path}/nothing:{_directory.Path}/bin";
    }

    [Fact]
    public void Find_NothingAnywhere_ReturnsNull()
    {
        Assert.Null(Find());
    }

    [Fact]
    public void Find_EverywhereAnExecutable_TakesOptionThenVariableThenPathThenCache()
    {
        var option = _options.ExecutablePath = _directory.WriteScript("option/server", "");
        var variable = _environment["RESTATE_SERVER_PATH"] = _directory.WriteScript("variable/server", "");
        var onPath = _directory.WriteScript("bin/restate-server", "");
        var cached = _directory.WriteScript(
            Path.GetRelativePath(_directory.Path, ServerPackage.ForThisMachine!.ExecutableIn($"{_directory.Path}/cache/restate-actors/server/1.7.12")), "");

        var first = Find();
        _options.ExecutablePath = null;
        var second = Find();
        _environment.Remove("RESTATE_SERVER_PATH");
        var third = Find();
        File.Delete(onPath);
        var fourth = Find();

        Assert.Equal(new ServerExecutable(option, "LocalRestateServerOptions.ExecutablePath"), first);
        Assert.Equal(new ServerExecutable(variable, "RESTATE_SERVER_PATH"), second);
        Assert.Equal(new ServerExecutable(onPath, "PATH"), third);
        Assert.Equal(new ServerExecutable(cached, "the cache"), fourth);
    }

    [Fact]
    public void Find_NpmScriptOnPath_TakesTheExecutableBesideIt()
    {
        var script = _directory.WriteScript("lib/node_modules/@restatedev/restate-server/lib/index.js", "");
        var executable = _directory.WriteScript($"lib/node_modules/{ServerPackage.ForThisMachine!.Name}/bin/restate-server", "");
        Directory.CreateDirectory($"{_directory.Path}/bin");
        File.CreateSymbolicLink($"{_directory.Path}/bin/restate-server", script);

        Assert.Equal(new ServerExecutable(executable, "PATH"), Find());
    }

    [Fact]
    public void Find_NpmScriptOnPathWithoutExecutable_GoesOn()
    {
        var script = _directory.WriteScript("lib/index.js", "");
        Directory.CreateDirectory($"{_directory.Path}/bin");
        File.CreateSymbolicLink($"{_directory.Path}/bin/restate-server", script);

        Assert.Null(Find());
    }

    [Fact]
    public void Find_OptionNamesNoFile_ErrorTellsTheThreeWays()
    {
        _options.ExecutablePath = "/no/such/restate-server";

        var error = Assert.Throws<LocalRestateServerException>(Find);

        Assert.Equal(
            $"""
            There is no restate-server executable to start: LocalRestateServerOptions.ExecutablePath is '/no/such/restate-server', and there is no such file.
            Get one in any of these ways:
              1. Install Node.js with npm and run again; npm then installs restate-server 1.7.12 into the cache
                 '{_directory.Path}/cache/restate-actors/server/1.7.12'.
              2. Set RESTATE_SERVER_PATH or LocalRestateServerOptions.ExecutablePath to the path of a restate-server executable.
              3. Start a Restate server yourself at http://localhost:8080/ (ingress) and http://localhost:9070/ (admin).
            """,
            error.Message);
    }

    [Fact]
    public void Find_VariableNamesFileThatCannotBeRun_ErrorSaysSo()
    {
        var path = _environment["RESTATE_SERVER_PATH"] = _directory.Write("server", "text");

        var error = Assert.Throws<LocalRestateServerException>(Find);

        Assert.StartsWith(
            $"There is no restate-server executable to start: RESTATE_SERVER_PATH is '{path}', and this file is not executable.\n",
            error.Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private ServerExecutable? Find() => new ServerLocator(_options, _environment.GetValueOrDefault).Find();
}
