using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.StartUp;

/// <summary>Times one start of an endpoint, on all cores.</summary>
internal static class StartTime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(2);

    public static async Task<TimeSpan> MeasureAsync(TargetCommand command)
    {
        var port = Ports.Free();
        var parts = command.Command.Split(' ');
        var start = new ProcessStartInfo(parts[0], parts[1..]) { UseShellExecute = false };
        start.Environment["PORT"] = $"{port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.Command} does not start.");
        try
        {
            while (!await IsListeningAsync(port))
            {
                if (process.HasExited || watch.Elapsed > Limit)
                {
                    throw new InvalidOperationException($"'{command.Command}' does not listen on the port in PORT, {port}.");
                }

                await Task.Delay(PollInterval);
            }

            if (command.Name == TargetSet.Floor)
            {
                return watch.Elapsed; // It has learned no answer yet.
            }

            using var connection = new LoadConnection(port, Catalog.All.Single(scenario => scenario.Name == "greet"));
            connection.Run(Limit, streams: 1, limit: 1);
            return watch.Elapsed;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsListeningAsync(int port)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
