using System.Threading.Channels;

namespace TicketReservation.Actors;

/// <summary>The changes of one show as one page sees them.</summary>
public sealed class SeatWatch(Channel<SeatMap> changes, Action<SeatWatch> close) : IDisposable
{
    public IAsyncEnumerable<SeatMap> ReadAllAsync(CancellationToken cancellationToken) => changes.Reader.ReadAllAsync(cancellationToken);

    public void Dispose() => close(this);

    internal void Write(SeatMap map) => changes.Writer.TryWrite(map);
}
