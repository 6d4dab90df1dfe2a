using System.Globalization;
using Restate.Actors.Fuzzing.Campaigns;
using Restate.Actors.Fuzzing.Targets;
using Xunit;

namespace Restate.Actors.Fuzzing.Tests;

/// <summary>A bounded run of each target. <c>RESTATE_FUZZ_UNITS</c> and <c>RESTATE_FUZZ_SEED</c> make it longer or another one.</summary>
public sealed class FuzzTargetTests
{
    private static readonly TimeSpan LongestCampaign = TimeSpan.FromMinutes(10);

    public static TheoryData<string, int> Targets => new()
    {
        { "codec", 40_000 },
        { "attempt", 15_000 },
        { "conversation", 15_000 },
        { "json", 4_000 },
        { "keys", 2_000 },
        { "identity", 5_000 },
        { "lambda", 3_000 },
        { "endpoint", 10_000 },
        { "ingress", 5_000 },
        { "admin", 4_000 },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Run_MutatedInputs_OnlyWhatIsDefined(string name, int units)
    {
        using var targets = new FuzzTargets();
        var seed = Setting("RESTATE_FUZZ_SEED") ?? 20261121;

        var report = await new Campaign(targets.Find(name), seed).RunAsync(Setting("RESTATE_FUZZ_UNITS") ?? units, LongestCampaign);

        Assert.True(report.Defects.Count == 0, $"seed {seed}: {string.Join("\n\n", report.Defects.Select(defect => $"{Convert.ToHexStringLower(defect.Input)}\n{defect.Text}"))}");
        Assert.True(report.Behaviours > 3, $"The inputs led to {report.Behaviours} behaviours only.");
    }

    [Fact]
    public void Targets_AllOfTheProgram_AreRun()
    {
        Assert.Equal(FuzzTargets.Names, Targets.Select(row => (string)row[0]));
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
