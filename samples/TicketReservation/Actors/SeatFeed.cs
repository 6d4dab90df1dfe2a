using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TicketReservation.Actors;

/// <summary>Brings changed seat maps from actors to the pages that are open.</summary>
/// <remarks>
/// For one process. With several, a message broker stands here: an actor runs in one process, the pages are connected to all.
/// A message that is lost or comes twice does no harm, as each holds the whole map with its version.
/// </remarks>
public sealed class SeatFeed
{
    private readonly ConcurrentDictionary<SeatWatch, string> _watches = new();

    /// <summary>Watches a show until the watch is disposed.</summary>
    public SeatWatch Watch(string show)
    {
        // Only the newest map counts for a page that is slow.
        var changes = Channel.CreateBounded<SeatMap>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var watch = new SeatWatch(changes, closed => _watches.TryRemove(closed, out _));
        _watches[watch] = show;
        return watch;
    }

    public void Publish(string show, SeatMap map)
    {
        foreach (var (watch, _) in _watches.Where(watch => watch.Value == show))
        {
            watch.Write(map);
        }
    }
}
