using System.Net;
using System.Net.Sockets;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>Many connections that send a byte now and then: a third of them the preface, a third headers, a third the messages of an attempt.</summary>
internal sealed class SlowSenders(int connections, TimeSpan time) : IAttack
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public string Name => $"{connections} connections that send 4 bytes a second for {time.TotalSeconds:0} s";

    public async Task<string> RunAsync(int port, Func<Task> peakReached)
    {
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, connections).Select(number => SendAsync(port, number, stop.Token)).ToArray();
        await Task.Delay(time);
        await peakReached();
        await stop.CancelAsync();
        var alive = (await Task.WhenAll(senders)).Count(static isAlive => isAlive);
        return $"{alive} connections were still open at the end";
    }

    private static async Task<bool> SendAsync(int port, int number, CancellationToken stop)
    {
        var (fast, slow) = (number % 3) switch
        {
            0 => ((byte[])[], Http2Bytes.Preface),
            1 => (Http2Bytes.Preface, Http2Bytes.Headers(1, "/invoke/Approval/Ask")),
            _ => ([.. Http2Bytes.Preface, .. Http2Bytes.Headers(1, "/invoke/Approval/Ask")], Http2Bytes.Data(1, AttemptBytes.Start($"slow-{number}"))),
        };
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, stop);
            await socket.SendAsync(fast, stop);
            foreach (var one in slow)
            {
                await socket.SendAsync(new[] { one }, stop);
                await Task.Delay(Interval, stop);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
