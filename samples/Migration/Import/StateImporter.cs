using Restate.Actors;
using Restate.Actors.Admin;

namespace MigrationSample.Import;

/// <summary>Writes gathered state into objects by the admin API. Never replaces state without being asked; an import that was broken off is started again.</summary>
/// <remarks>
/// An object without state is written on the condition that it still has none, so what an actor writes in the meantime wins. The server drops a change that comes
/// too late without a word; therefore each change is read back.
/// </remarks>
public sealed class StateImporter(IRestateAdmin admin, TimeProvider? time = null)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Imports objects.</summary>
    /// <param name="input">The objects.</param>
    /// <param name="options">How; the default rehearses.</param>
    /// <param name="progress">Told the number of objects that are dealt with.</param>
    /// <param name="cancellationToken">Ends the import; objects are whole or untouched.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="RestateNotFoundException">A service of the mapping is not registered. Nothing was written.</exception>
    /// <exception cref="InvalidOperationException">A service of the mapping has no state. Nothing was written.</exception>
    public async Task<ImportReport> ImportAsync(
        ImportInput input, ImportOptions? options = null, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var chosen = options ?? new ImportOptions();
        await CheckServicesAsync(input, cancellationToken);

        var report = new ImportReport();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = chosen.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(input.Objects, parallel, async (item, token) =>
        {
            var (outcome, reason) = await TryImportAsync(item, chosen, token);
            var done = report.Add(item, outcome, reason);
            progress?.Report(done);
        });
        return report;
    }

    private async Task CheckServicesAsync(ImportInput input, CancellationToken token)
    {
        foreach (var name in input.Objects.Select(item => item.Service).Distinct())
        {
            if ((await admin.Services.GetAsync(name, token)).Kind != ServiceKind.VirtualObject)
            {
                throw new InvalidOperationException($"'{name}' is no virtual object, so it has no state to import. Correct the mapping.");
            }
        }
    }

    private async Task<(ImportOutcome Outcome, string? Reason)> TryImportAsync(ImportObject item, ImportOptions options, CancellationToken token)
    {
        if (item.Problem is not null)
        {
            return (ImportOutcome.Failed, item.Problem);
        }

        try
        {
            return await ImportAsync(item, options, token);
        }
        catch (Exception e) when (e is RestateClientException or TimeoutException or ArgumentException)
        {
            return (ImportOutcome.Failed, e.Message);
        }
    }

    private async Task<(ImportOutcome Outcome, string? Reason)> ImportAsync(ImportObject item, ImportOptions options, CancellationToken token)
    {
        if (item.Values.Count == 0)
        {
            return (ImportOutcome.Empty, null);
        }

        var state = await admin.State.GetAsync(item.Service, item.Key, cancellationToken: token);
        if (IsSame(state, item))
        {
            return (ImportOutcome.AlreadyThere, null);
        }

        var isEmpty = state.Values.Count == 0;
        if (!isEmpty && !options.Overwrite)
        {
            return (ImportOutcome.LeftAlone, null);
        }

        if (!options.Apply)
        {
            return (isEmpty ? ImportOutcome.WouldImport : ImportOutcome.WouldOverwrite, null);
        }

        await admin.State.ReplaceAsync(item.Service, item.Key, item.Values, state.Version, cancellationToken: token);
        return await ConfirmAsync(item, options.ConfirmationTimeout, token)
            ? (isEmpty ? ImportOutcome.Imported : ImportOutcome.Overwritten, null)
            : (ImportOutcome.Failed, "The change was sent and cannot be read back. The object was in use, or is: run the import again.");
    }

    private async Task<bool> ConfirmAsync(ImportObject item, TimeSpan timeout, CancellationToken token)
    {
        var start = _time.GetTimestamp();
        while (!IsSame(await admin.State.GetAsync(item.Service, item.Key, cancellationToken: token), item))
        {
            if (_time.GetElapsedTime(start) > timeout)
            {
                return false;
            }

            await Task.Delay(PollInterval, _time, token);
        }

        return true;
    }

    private static bool IsSame(StateSnapshot state, ImportObject item) =>
        state.Values.Count == item.Values.Count
        && item.Values.All(pair => state.Values.TryGetValue(pair.Key, out var stored) && stored.Span.SequenceEqual(pair.Value.Span));
}
