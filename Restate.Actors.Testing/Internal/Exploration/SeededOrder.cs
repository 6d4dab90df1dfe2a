using Restate.Actors.Testing.Internal.Server;

namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>Takes work from a lane that the seed chooses. Within a lane order is kept.</summary>
internal sealed class SeededOrder(int seed) : IWorkOrder
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<object, Queue<Action>> _byLane = [];

    // A list beside the dictionary: the order of its entries must not depend on hash codes.
    private readonly List<object> _lanes = [];

    public bool IsEmpty => _lanes.Count == 0;

    public bool WaitsForSteps => true;

    public void Add(object lane, Action work)
    {
        if (!_byLane.TryGetValue(lane, out var queue))
        {
            queue = new Queue<Action>();
            _byLane.Add(lane, queue);
            _lanes.Add(lane);
        }

        queue.Enqueue(work);
    }

    public Action? Take()
    {
        if (_lanes.Count == 0)
        {
            return null;
        }

        var index = _random.Next(_lanes.Count);
        var lane = _lanes[index];
        var queue = _byLane[lane];
        var work = queue.Dequeue();
        if (queue.Count == 0)
        {
            _byLane.Remove(lane);
            _lanes.RemoveAt(index);
        }

        return work;
    }
}
