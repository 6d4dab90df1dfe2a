using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Restate.Actors.Chaos.Driver.Proxy;

/// <summary>Passes one direction of a connection on, unit by unit, and interferes when it is told to.</summary>
internal sealed class Pump(Socket source, Socket target, IFraming framing, Action<InterferenceKind, string> report)
{
    private Interference? _pending;

    /// <summary>Gets whether the connection is to be cut with a TCP reset, when the pump has ended because of a cut.</summary>
    public bool IsReset { get; private set; }

    /// <summary>Interferes with the next unit. Replaces what was asked for before and has not happened.</summary>
    /// <param name="interference">What happens; <see langword="null"/> for nothing.</param>
    public void Interfere(Interference? interference) => Volatile.Write(ref _pending, interference);

    /// <summary>Runs until the source ends, something breaks, or the connection is to be cut.</summary>
    /// <returns>Whether the connection is to be cut; otherwise only this direction has ended.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(source, ownsSocket: false);
        var reader = PipeReader.Create(stream);
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            while (framing.FirstUnit(buffer) is { } length)
            {
                var unit = buffer.Slice(0, length);
                if (Interlocked.Exchange(ref _pending, null) is { } interference)
                {
                    if (await InterfereAsync(interference, unit, cancellationToken))
                    {
                        IsReset = interference.IsReset;
                        return true;
                    }
                }
                else
                {
                    await SendAsync(unit, cancellationToken);
                }

                framing.Advance();
                buffer = buffer.Slice(length);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return false;
            }
        }
    }

    private async Task<bool> InterfereAsync(Interference interference, ReadOnlySequence<byte> unit, CancellationToken cancellationToken)
    {
        var place = 1 + (long)(interference.Place * (unit.Length - 1));
        var isInside = interference.Kind is InterferenceKind.CutInside or InterferenceKind.DelayInside;
        report(interference.Kind, $"{(isInside ? $"byte {place} of " : "")}{framing.Describe(unit)}");
        switch (interference.Kind)
        {
            case InterferenceKind.CutAfter:
                await SendAsync(unit, cancellationToken);
                return true;
            case InterferenceKind.CutInside:
                await SendAsync(unit.Slice(0, Math.Min(place, unit.Length - 1)), cancellationToken);
                return true;
            case InterferenceKind.DelayBefore:
                await Task.Delay(interference.Delay, cancellationToken);
                await SendAsync(unit, cancellationToken);
                return false;
            default:
                await SendAsync(unit.Slice(0, place), cancellationToken);
                await Task.Delay(interference.Delay, cancellationToken);
                await SendAsync(unit.Slice(place), cancellationToken);
                return false;
        }
    }

    private async Task SendAsync(ReadOnlySequence<byte> bytes, CancellationToken cancellationToken)
    {
        foreach (var segment in bytes)
        {
            for (var rest = segment; !rest.IsEmpty;)
            {
                rest = rest[await target.SendAsync(rest, cancellationToken)..];
            }
        }
    }
}
