namespace Restate.Actors.Internal.Activations;

/// <summary>The wait of one attempt for its gate.</summary>
internal sealed class GateWait(IGateHolder holder, TimeSpan gracePeriod, TimeProvider clock)
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IGateHolder Holder => holder;

    public TimeSpan GracePeriod => gracePeriod;

    public TimeProvider Clock => clock;

    /// <summary>Gets or sets whether others wait behind the one that enters.</summary>
    public bool IsFollowed { get; set; }

    public Task Task => _entered.Task;

    public void Enter() => _entered.SetResult();
}
