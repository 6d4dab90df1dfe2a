using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Restate.Actors.Hosting.Internal.LocalServer;

/// <summary>One running server process: started, watched and stopped.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int SignalTerminate = 15;

    private readonly Process _process;
    private readonly Action<string>? _lineReceived;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo startInfo, Action<string>? lineReceived)
    {
        _process = new Process { StartInfo = startInfo };
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data);
        _lineReceived = lineReceived;
    }

    public int Id => _process.Id;

    /// <summary>Gets a task that completes with the exit code when the process has ended and all its output has been read.</summary>
    public Task<int> Exited => _exited.Task;

    public OutputTail Output { get; } = new();

    /// <summary>Starts the process; it is not yet healthy when the task completes.</summary>
    /// <param name="settings">What to start.</param>
    /// <param name="lineReceived">Called for each line of output, from a thread of the pool.</param>
    public static async Task<ServerProcess> StartAsync(ServerProcessSettings settings, Action<string>? lineReceived = null)
    {
        var server = new ServerProcess(CreateStartInfo(settings), lineReceived);

        // With setpriv the kernel kills the server when the thread that started it ends, so that thread must live as long as the server.
        new Thread(server.RunToEnd) { IsBackground = true, Name = "restate-server" }.Start();
        await server._started.Task;
        return server;
    }

    /// <summary>Asks the server to end, and kills it if it has not ended after <paramref name="grace"/>.</summary>
    public async Task StopAsync(TimeSpan grace, TimeProvider timeProvider)
    {
        if (!_exited.Task.IsCompleted && !OperatingSystem.IsWindows() && SendSignal(Id, SignalTerminate) == 0)
        {
            await Task.WhenAny(_exited.Task, Task.Delay(grace, timeProvider));
        }

        await KillAsync();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _exited.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo CreateStartInfo(ServerProcessSettings settings)
    {
        string[] arguments = ["--no-logo", "--base-dir", settings.DataDirectory, "--node-name", settings.NodeName];
        string[] commandLine = [.. ParentDeathPrefix(), settings.ExecutablePath, .. arguments];
        var startInfo = new ProcessStartInfo(commandLine[0], commandLine[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(startInfo.Environment, settings);
        return startInfo;
    }

    /// <summary>
    /// Makes the kernel kill the server when this process dies, and keeps it out of the terminal's process group: Ctrl+C is for the application,
    /// which stops the server last.
    /// </summary>
    private static string[] ParentDeathPrefix()
    {
        if (!OperatingSystem.IsLinux()
            || ExecutableSearch.FindOnPath("setpriv", Environment.GetEnvironmentVariable) is not { } setpriv
            || ExecutableSearch.FindOnPath("setsid", Environment.GetEnvironmentVariable) is not { } setsid)
        {
            return [];
        }

        return [setsid, setpriv, "--pdeathsig", "KILL"];
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, ServerProcessSettings settings)
    {
        if (!settings.InheritServerVariables)
        {
            foreach (var name in environment.Keys.Where(name => name.StartsWith("RESTATE_", StringComparison.Ordinal)).ToArray())
            {
                environment.Remove(name);
            }
        }

        environment["TMPDIR"] = settings.TempDirectory;
        environment["RESTATE_CLUSTER_NAME"] = settings.ClusterName;
        environment["RESTATE_LISTEN_MODE"] = "tcp";
        environment["RESTATE_INGRESS__BIND_ADDRESS"] = $"127.0.0.1:{settings.IngressUri.Port}";
        environment["RESTATE_INGRESS__ADVERTISED_ADDRESS"] = settings.IngressUri.AbsoluteUri;
        environment["RESTATE_ADMIN__BIND_ADDRESS"] = $"127.0.0.1:{settings.AdminUri.Port}";
        environment["RESTATE_ADMIN__ADVERTISED_ADDRESS"] = settings.AdminUri.AbsoluteUri;
        environment["RESTATE_BIND_ADDRESS"] = $"127.0.0.1:{settings.NodePort}";
        environment["RESTATE_ADVERTISED_ADDRESS"] = $"http://127.0.0.1:{settings.NodePort}/";
        environment["RESTATE_AUTO_PROVISION"] = "true";
        environment["RESTATE_DEFAULT_NUM_PARTITIONS"] = $"{settings.Partitions}";
        environment["RESTATE_DISABLE_TELEMETRY"] = "true";
        environment["RESTATE_LOG_FILTER"] = "warn,octocrab=off";
        environment["RESTATE_LOG_DISABLE_ANSI_CODES"] = "true";
        foreach (var (name, value) in settings.EnvironmentVariables)
        {
            environment[name] = value;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private void RunToEnd()
    {
        try
        {
            _process.Start();
        }
        catch (Exception error)
        {
            _process.Dispose();
            _started.SetException(error);
            return;
        }

        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _started.SetResult();
        _process.WaitForExit();
        _exited.SetResult(_process.ExitCode);
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            return;
        }

        Output.Add(line);
        _lineReceived?.Invoke(line);
    }
}
