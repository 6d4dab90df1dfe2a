using System.Runtime.CompilerServices;
using Restate.Actors;
using TicketReservation.Actors;

namespace TicketReservation.Web;

/// <summary>The seats of a show for one page: how they are, and each change.</summary>
public sealed class SeatEvents(SeatFeed feed, IActorFactory actors, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public async IAsyncEnumerable<IReadOnlyList<SeatView>> WatchAsync(
        string show, string visitor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var watch = feed.Watch(show);                         // first, so that no change is missed
        var map = await actors.GetActor<IShow>(show).Map();
        yield return SeatView.For(visitor, map, time.GetUtcNow());

        var version = map.Version;
        await foreach (var changed in watch.ReadAllAsync(end.Token))
        {
            if (changed.Version > version)
            {
                version = changed.Version;
                yield return SeatView.For(visitor, changed, time.GetUtcNow());
            }
        }
    }
}
