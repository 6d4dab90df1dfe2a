namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Does work in the order in which it comes.</summary>
internal sealed class FirstInFirstOut : IWorkOrder
{
    private readonly Queue<Action> _work = new();

    public bool IsEmpty => _work.Count == 0;

    public bool WaitsForSteps => false;

    public void Add(object lane, Action work) => _work.Enqueue(work);

    public Action? Take() => _work.TryDequeue(out var work) ? work : null;
}
