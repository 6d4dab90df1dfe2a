using Restate.Actors.Fuzzing.Campaigns;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Targets;
using Xunit;

namespace Restate.Actors.Fuzzing.Tests;

/// <summary>That a campaign would find something if there were something.</summary>
public sealed class CampaignTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Run_InputThatFails_FoundReducedSavedAndReplayed()
    {
        var target = new BrokenTarget(static input =>
        {
            if (input.AsSpan().IndexOf("}{"u8) >= 0)
            {
                throw new InvalidOperationException("It is broken.");
            }
        });

        var report = await new Campaign(target, seed: 1).RunAsync(units: 200_000, Enough);

        var defect = Assert.Single(report.Defects);
        Assert.Equal("}{"u8.ToArray(), defect.Input);
        var folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        var file = FailureFiles.Save(folder, target.Name, defect);
        Assert.Equal(target.Name, FailureFiles.TargetOf(file));
        Assert.IsType<InvalidOperationException>(await Campaign.TryAsync(target, await File.ReadAllBytesAsync(file)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Run_TooMuchMemory_IsADefect()
    {
        var target = new BrokenTarget(static input => GC.KeepAlive(input.Contains((byte)'}') ? new byte[1024 * 1024] : input));

        var report = await new Campaign(target, seed: 1).RunAsync(units: 10_000, Enough);

        Assert.Contains("allocated", Assert.Single(report.Defects).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ExceptionThatNobodyLooksAt_IsADefect()
    {
        var target = new BrokenTarget(static input => GC.KeepAlive(Task.FromException(new InvalidOperationException($"lost {input.Length}"))));

        var report = await new Campaign(target, seed: 1).RunAsync(units: 1000, Enough);

        Assert.Equal("lost", Assert.Single(report.Defects).Shape);
    }

    [Fact]
    public async Task Run_SameSeed_SameInputs()
    {
        List<string> inputs = [];
        var target = new BrokenTarget(input => inputs.Add(Convert.ToHexString(input)));

        await new Campaign(target, seed: 5).RunAsync(units: 500, Enough);
        var first = inputs.ToArray();
        inputs.Clear();
        await new Campaign(target, seed: 5).RunAsync(units: 500, Enough);

        Assert.Equal(first, inputs);
        Assert.True(first.Distinct().Count() > 300);
    }

    private sealed class BrokenTarget(Action<byte[]> run) : IFuzzTarget
    {
        public string Name => "broken";

        public string Unit => "inputs";

        public IReadOnlyList<byte[]> Seeds { get; } = ["{a}"u8.ToArray()];

        public IMutator Mutator { get; } = new ByteMutator(maxLength: 64);

        public AllocationLimit Limit { get; } = new(Base: 512 * 1024, PerByte: 100);

        public ValueTask<Behaviour> RunAsync(byte[] input)
        {
            run(input);
            return ValueTask.FromResult(new Behaviour($"{input.Length}", Units: 1));
        }
    }
}
