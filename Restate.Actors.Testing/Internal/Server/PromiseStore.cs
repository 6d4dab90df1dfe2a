using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The durable promises of workflows.</summary>
internal sealed class PromiseStore
{
    private readonly Dictionary<(ActorKey Workflow, string Name), Promise> _promises = [];

    public InvocationResult? Peek(ActorKey workflow, string name) => _promises.GetValueOrDefault((workflow, name))?.Result;

    public void Await(ActorKey workflow, string name, Action<InvocationResult> completed)
    {
        var promise = Find(workflow, name);
        if (promise.Result is { } result)
        {
            completed(result);
        }
        else
        {
            promise.Waiters.Add(completed);
        }
    }

    /// <summary>Completes a promise.</summary>
    /// <returns><see langword="false"/> if it is complete already.</returns>
    public bool Complete(ActorKey workflow, string name, in CommandResult completion)
    {
        var promise = Find(workflow, name);
        if (promise.Result is not null)
        {
            return false;
        }

        var result = promise.Result = InvocationResult.Of(completion);
        foreach (var waiter in promise.Waiters)
        {
            waiter(result);
        }

        promise.Waiters.Clear();
        return true;
    }

    public void Remove(ActorKey workflow)
    {
        foreach (var key in _promises.Keys.Where(key => key.Workflow == workflow).ToArray())
        {
            _promises.Remove(key);
        }
    }

    private Promise Find(ActorKey workflow, string name)
    {
        if (!_promises.TryGetValue((workflow, name), out var promise))
        {
            promise = new Promise();
            _promises.Add((workflow, name), promise);
        }

        return promise;
    }

    private sealed class Promise
    {
        public InvocationResult? Result { get; set; }

        public List<Action<InvocationResult>> Waiters { get; } = [];
    }
}
