namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>What a campaign has done.</summary>
internal sealed class CampaignReport
{
    public required string Target { get; init; }

    public required string Unit { get; init; }

    public required int Seed { get; init; }

    public long Runs { get; set; }

    public long Units { get; set; }

    public TimeSpan Elapsed { get; set; }

    public int Corpus { get; set; }

    public int Behaviours { get; set; }

    /// <summary>Gets the most bytes that one run allocated, garbage included.</summary>
    public long LargestRun { get; set; }

    /// <summary>Gets how often each defined error came, without values.</summary>
    public SortedDictionary<string, long> Errors { get; } = new(StringComparer.Ordinal);

    public List<Defect> Defects { get; } = [];

    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Target,-13} {Units,10:N0} {Unit,-8} in {Runs,9:N0} runs, {Elapsed.TotalSeconds,6:N0} s, corpus {Corpus,5}, behaviours {Behaviours,6}, largest run {LargestRun / 1024,6:N0} KiB, {Errors.Count,4} defined errors, {Defects.Count} defects");
}
