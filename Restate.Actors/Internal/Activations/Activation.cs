using Restate.Actors.Internal.Operations;

namespace Restate.Actors.Internal.Activations;

/// <summary>What this process keeps of one key while it is warm. Never an input of the journal.</summary>
internal sealed class Activation : IKeyMemory
{
    private ExclusiveGate? _gate;
    private DecodedValues? _decodedValues;
    private CachedSteps? _cachedSteps;

    public ExclusiveGate Gate => LazyInitializer.EnsureInitialized(ref _gate);

    public DecodedValues DecodedValues => LazyInitializer.EnsureInitialized(ref _decodedValues);

    public CachedSteps CachedSteps => LazyInitializer.EnsureInitialized(ref _cachedSteps);

    /// <summary>Gets or sets how many attempts use it. Guarded by the table.</summary>
    public int UseCount { get; set; }

    /// <summary>Gets or sets whether its last exclusive attempt failed and is to be retried. Guarded by the table.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Gets or sets when it was last used. Guarded by the table.</summary>
    public long LastUsed { get; set; }
}
