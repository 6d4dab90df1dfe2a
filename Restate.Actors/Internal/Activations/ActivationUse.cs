using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Activations;

/// <summary>The use of an activation by one attempt; the default is that of a basic service, which has none.</summary>
internal readonly struct ActivationUse(ActivationTable table, Activation activation) : IDisposable
{
    private readonly ActivationTable? _table = table;
    private readonly Activation? _activation = activation;

    public ExclusiveGate? Gate => _activation?.Gate;

    public IKeyMemory? Memory => _activation;

    /// <summary>Notes whether the exclusive attempt that ends here has failed and is to be retried.</summary>
    public void SetBlocked(bool isBlocked)
    {
        if (_activation is not null && _activation.IsBlocked != isBlocked)
        {
            _table!.SetBlocked(_activation, isBlocked);
        }
    }

    public void Dispose() => _table?.Return(_activation!);
}
