using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>An endpoint process that is measured, pinned to one core.</summary>
internal sealed class Target : IDisposable
{
    private readonly Process _process;

    private Target(string name, int port, Process process)
    {
        Name = name;
        Port = port;
        _process = process;
    }

    public string Name { get; }

    public int Port { get; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Gets the most memory that the process has held, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<Target> StartAsync(string name, string command, int core)
    {
        var port = FreePort();
        var parts = command.Split(' ');
        var start = new ProcessStartInfo("taskset", ["-c", $"{core}", .. parts]) { UseShellExecute = false };
        start.Environment["PORT"] = $"{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} does not start.");
        var target = new Target(name, port, process);
        await target.WaitAsync(command);
        return target;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task WaitAsync(string command)
    {
        for (var i = 0; i < 300 && !_process.HasExited; i++)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"'{command}' does not listen on the port in PORT, {Port}, after 30 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
