using System.Diagnostics;

namespace Restate.Actors.Chaos.Driver.World;

/// <summary>A process that dies with this one. Its output goes to a file.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly Action<string> _lineReceived;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo start, Action<string> lineReceived)
    {
        _lineReceived = lineReceived;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data);
    }

    public int Id => _process.Id;

    /// <summary>Gets a task that completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Starts a program.</summary>
    /// <param name="arguments">The program and its arguments.</param>
    /// <param name="lineReceived">Takes each line of output, on any thread.</param>
    public static async Task<ChildProcess> StartAsync(IEnumerable<string> arguments, Action<string> lineReceived)
    {
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var child = new ChildProcess(start, lineReceived);

        // The kernel ends the child when the thread that started it ends, so that thread lives as long as the child.
        new Thread(child.RunToEnd) { IsBackground = true, Name = "child" }.Start();
        await child._started.Task;
        return child;
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _exited.Task;
    }

    public void Dispose() => _process.Dispose();

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
            _lineReceived(line);
        }
    }
}
