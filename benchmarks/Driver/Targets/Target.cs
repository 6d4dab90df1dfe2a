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
        Resident = new ResidentMemory(process.Id);
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

    public ResidentMemory Resident { get; }

    /// <summary>Gets the managed memory of a .NET endpoint; <see langword="null"/> for others.</summary>
    public MemoryClient? Managed { get; private set; }

    /// <summary>Starts an endpoint and waits until it listens.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="command">The program and its arguments, separated by spaces.</param>
    /// <param name="core">The core on which it runs.</param>
    public static async Task<Target> StartAsync(string name, string command, int core)
    {
        var port = Ports.Free();
        var memoryPort = Ports.Free();
        var start = new ProcessStartInfo("taskset", ["-c", $"{core}", .. command.Split(' ')]) { UseShellExecute = false };
        start.Environment["PORT"] = $"{port}";
        start.Environment["MEMORY_PORT"] = $"{memoryPort}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} does not start.");
        var target = new Target(name, port, process);
        try
        {
            await target.WaitAsync(command);
            target.Managed = MemoryClient.Connect(memoryPort);
            return target;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Managed?.Dispose();
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
}
