using System.Collections.Concurrent;
using Restate.Actors;

namespace OrderSaga;

/// <summary>Stands for a carrier: it is down each time it is first asked, and does not go everywhere.</summary>
public sealed class SimulatedCarrier : ICarrier
{
    private readonly ConcurrentDictionary<string, int> _attempts = new();

    public async Task<string> Ship(string orderId, string destination, CancellationToken cancellationToken)
    {
        await Task.Delay(50, cancellationToken);
        if (_attempts.AddOrUpdate(orderId, 1, (_, count) => count + 1) == 1)
        {
            throw new HttpRequestException("The carrier is down.");         // the step is tried again
        }

        return destination == "Atlantis"
            ? throw new TerminalException("The carrier does not go to Atlantis.", 422)     // the step has failed, and the saga is undone
            : $"parcel for {destination}";
    }
}
