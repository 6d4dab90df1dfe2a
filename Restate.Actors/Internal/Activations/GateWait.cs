namespace Restate.Actors.Internal.Activations;

/// <summary>The wait of one attempt for its gate.</summary>
internal sealed class GateWait(IGateHolder holder)
{
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IGateHolder Holder => holder;

    public Task<bool> Task => _ended.Task;

    public void End(bool hasEntered) => _ended.SetResult(hasEntered);
}
