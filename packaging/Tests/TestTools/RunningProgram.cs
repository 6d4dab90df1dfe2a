using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Restate.Actors.Packaging.Tests.TestTools;

/// <summary>A program that stays up until it is asked to end.</summary>
internal sealed class RunningProgram : IDisposable
{
    private const int SignalTerminate = 15;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _saidIt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _line;

    private RunningProgram(ProcessStartInfo start, string line)
    {
        _line = line;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, data) => Receive(data.Data);
        _process.ErrorDataReceived += (_, data) => Receive(data.Data);
    }

    /// <summary>Starts a program and waits until it says that it is ready.</summary>
    /// <param name="start">The program, with its output redirected.</param>
    /// <param name="line">A part of the line with which it says so.</param>
    public static async Task<RunningProgram> StartAsync(ProcessStartInfo start, string line)
    {
        var program = new RunningProgram(start, line);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        try
        {
            var first = await Task.WhenAny(program._saidIt.Task, program._process.WaitForExitAsync()).WaitAsync(Limit);
            return first == program._saidIt.Task ? program : throw new InvalidOperationException("It ended.");
        }
        catch (Exception error) when (error is TimeoutException or InvalidOperationException)
        {
            program.Dispose();
            throw new InvalidOperationException($"The program did not say '{line}'. {error.Message}\n{program._output}", error);
        }
    }

    /// <summary>Asks the program to end, and waits for it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        _ = SendSignal(_process.Id, SignalTerminate);
        await _process.WaitForExitAsync().WaitAsync(Limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);

    private void Receive(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line.Contains(_line, StringComparison.Ordinal))
        {
            _saidIt.TrySetResult();
        }
    }
}
