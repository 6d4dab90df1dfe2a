using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Activations;

/// <summary>The use of an activation by one attempt.</summary>
internal readonly struct ActivationUse(ActivationTable table, Activation activation) : IDisposable
{
    public ExclusiveGate Gate => activation.Gate;

    public DecodedValues DecodedValues => activation.DecodedValues;

    public CachedSteps CachedSteps => activation.CachedSteps;

    public void Dispose() => table.Return(activation);
}
