using System.Net.Sockets;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>One connection through a proxy.</summary>
internal sealed class Link(Socket near, Socket far, Func<bool, IFraming> createFraming, Action<InterferenceKind, string> report) : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Pump _forward = new(near, far, createFraming(true), (kind, place) => report(kind, $"forward, {place}"));
    private readonly Pump _back = new(far, near, createFraming(false), (kind, place) => report(kind, $"back, {place}"));

    public void Interfere(Direction direction, Interference interference) =>
        (direction == Direction.Forward ? _forward : _back).Interfere(interference);

    /// <summary>Forgets interferences that have not happened.</summary>
    public void Calm()
    {
        _forward.Interfere(null);
        _back.Interfere(null);
    }

    /// <summary>Passes bytes on until both directions have ended, or the connection is cut.</summary>
    public async Task RunAsync()
    {
        await Task.WhenAll(RunAsync(_forward, far), RunAsync(_back, near));
    }

    public void Dispose()
    {
        _closed.Cancel();
        near.Dispose();
        far.Dispose();
    }

    private async Task RunAsync(Pump pump, Socket target)
    {
        var isCut = true;
        try
        {
            isCut = await pump.RunAsync(_closed.Token);
            if (!isCut)
            {
                target.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone; the other one is to see it.
        }

        if (isCut)
        {
            Cut(pump.IsReset);
        }
    }

    private void Cut(bool isReset)
    {
        if (isReset)
        {
            near.LingerState = far.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Dispose();
    }
}
