using System.Globalization;
using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Fan : DurableService, IFan
{
    public async Task<int> Out(FanOrder order)
    {
        var calls = order.Counters.Select((counter, index) => Actors.GetActor<ICounter>(counter).Add(MarkOf(order, index)));
        var steps = order.Counters.Select((_, index) => Run("step", async run =>
        {
            await Task.Delay(index, run.AttemptAborted);
            return 1;
        }));
        var pauses = order.Counters.Select(async (_, index) =>
        {
            await Sleep(TimeSpan.FromMilliseconds(order.PauseMilliseconds + index));
            return 1;
        });
        var all = await Task.WhenAll([.. calls, .. steps, .. pauses]);
        return all.Sum();
    }

    public async Task<int> Plan(FanOrder order)
    {
        for (var index = 0; index < order.Counters.Count; index++)
        {
            var mark = MarkOf(order, index);
            await Actors.GetActor<ICounter>(order.Counters[index]).Send(
                counter => counter.Add(mark), after: TimeSpan.FromMilliseconds(order.PauseMilliseconds * index));
        }

        return order.Counters.Count;
    }

    private static string MarkOf(FanOrder order, int index) => string.Create(CultureInfo.InvariantCulture, $"{order.Operation}#{index}");
}
