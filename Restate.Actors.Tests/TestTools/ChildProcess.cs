using System.Diagnostics;
using System.Runtime.InteropServices;
using Restate.Actors.Hosting.Internal.LocalServer;

namespace Restate.Actors.Tests.TestTools;

/// <summary>A process of a test, which dies with the test run.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int SignalTerminate = 15;

    private readonly Process _process;
    private readonly OutputTail _output = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo startInfo)
    {
        _process = new Process { StartInfo = startInfo };
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data);
    }

    public string Output => _output.ToString();

    /// <summary>Gets a task that completes with the exit code when the process has ended and all its output was read.</summary>
    public Task<int> Exited => _exited.Task;

    public static async Task<ChildProcess> StartAsync(string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        string[] commandLine = [.. DieWithParent(), fileName, .. arguments];
        var startInfo = new ProcessStartInfo(commandLine[0], commandLine[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            startInfo.Environment[name] = value;
        }

        var child = new ChildProcess(startInfo);

        // The kernel ends the child when the thread that started it ends, so that thread lives as long as the child.
        new Thread(child.RunToEnd) { IsBackground = true, Name = fileName }.Start();
        await child._started.Task;
        return child;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _exited.Task;
    }

    /// <summary>Asks the process to end.</summary>
    public void Terminate() => _ = SendSignal(_process.Id, SignalTerminate);

    public async ValueTask DisposeAsync()
    {
        if (!_exited.Task.IsCompleted)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string[] DieWithParent() =>
        ExecutableSearch.FindOnPath("setpriv", Environment.GetEnvironmentVariable) is { } setpriv ? [setpriv, "--pdeathsig", "KILL"] : [];

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
            _started.SetException(error);
            return;
        }

        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _started.SetResult();
        _process.WaitForExit();
        _exited.SetResult(_process.ExitCode);
    }

    private void Receive(string? line)
    {
        if (line is not null)
        {
            _output.Add(line);
        }
    }
}
