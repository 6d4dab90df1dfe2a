using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Restate.Actors.Internal.Operations;

/// <summary>The durable steps of an attempt that have no result yet, by completion id.</summary>
internal sealed class PendingSteps(ILogger logger)
{
    private readonly Dictionary<uint, RunStep> _steps = [];

    /// <summary>Gets the token that tells the steps which are started now to stop.</summary>
    public CancellationToken Abandoned => Abandonment.Token;

    // Has no timer and no parent, hence nothing to dispose.
    private CancellationTokenSource Abandonment { get; set; } = new();

    public void Add(uint completionId, RunStep step) => _steps[completionId] = step;

    public RunStep Find(uint completionId) => _steps[completionId];

    public bool TryRemove(uint completionId, [NotNullWhen(true)] out RunStep? step) => _steps.Remove(completionId, out step);

    /// <summary>Forgets all steps and tells those that run; steps that come later have a token of their own.</summary>
    public void Abandon()
    {
        _steps.Clear();
        var previous = Abandonment;
        Abandonment = new CancellationTokenSource();
        _ = CancelAsync(previous);
    }

    // On the thread pool: what the steps have registered must not run on the pump.
    private async Task CancelAsync(CancellationTokenSource source)
    {
        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            OperationsLog.AbandonmentFailed(logger, error);
        }
    }
}
