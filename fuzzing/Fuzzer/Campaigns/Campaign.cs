using System.Diagnostics;
using Restate.Actors.Fuzzing.Targets;

namespace Restate.Actors.Fuzzing.Campaigns;

/// <summary>Runs one target with the inputs that one seed gives.</summary>
internal sealed class Campaign
{
    private const int RunsBetweenLooks = 5000;
    private const int MaxDefects = 10;

    private readonly IFuzzTarget _target;
    private readonly Random _random;
    private readonly Corpus _corpus;
    private readonly CampaignReport _report;
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);

    public Campaign(IFuzzTarget target, int seed)
    {
        _target = target;
        _random = new Random(seed);
        _corpus = new Corpus(target.Seeds);
        _report = new CampaignReport { Target = target.Name, Unit = target.Unit, Seed = seed };
    }

    /// <summary>Gets or sets what is told how far the campaign is, every few seconds.</summary>
    public Action<CampaignReport>? Progress { get; set; }

    /// <summary>Runs the seeds, then mutations, until enough units or enough time have gone by.</summary>
    public async Task<CampaignReport> RunAsync(long units, TimeSpan time)
    {
        using var lost = new LostExceptions();
        var started = Stopwatch.GetTimestamp();
        var told = started;
        foreach (var seed in _target.Seeds)
        {
            // The first time whatever is made once is made.
            await RunAsync(seed, checksMemory: false);
        }

        while (_report.Units < units && _report.Elapsed < time && _report.Defects.Count < MaxDefects)
        {
            await RunAsync(_target.Mutator.Mutate(_corpus.Pick(_random), _corpus.Pick(_random), _random), checksMemory: true);
            if (_report.Runs % RunsBetweenLooks == 0)
            {
                LookForLost(lost);
            }

            _report.Elapsed = Stopwatch.GetElapsedTime(started);
            if (Stopwatch.GetElapsedTime(told) > TimeSpan.FromSeconds(10))
            {
                told = Stopwatch.GetTimestamp();
                Progress?.Invoke(Complete());
            }
        }

        LookForLost(lost);
        return Complete();
    }

    /// <summary>Runs one input.</summary>
    /// <returns>What is wrong with what the product did; <see langword="null"/> for nothing.</returns>
    public static async Task<Exception?> TryAsync(IFuzzTarget target, byte[] input)
    {
        try
        {
            await target.RunAsync(input);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private async ValueTask RunAsync(byte[] input, bool checksMemory)
    {
        _report.Runs++;
        var before = GC.GetTotalAllocatedBytes(precise: false);
        try
        {
            var behaviour = await _target.RunAsync(input);
            var allocated = GC.GetTotalAllocatedBytes(precise: false) - before;
            Note(input, behaviour);
            if (checksMemory)
            {
                _report.LargestRun = Math.Max(_report.LargestRun, allocated);
                CheckMemory(input, allocated);
            }
        }
        catch (Exception error)
        {
            await AddAsync(error, input);
        }
    }

    private void Note(byte[] input, in Behaviour behaviour)
    {
        _report.Units += behaviour.Units;
        _corpus.Note(input, behaviour.Signature);
        if (behaviour.Error is { } error)
        {
            _report.Errors[error] = _report.Errors.GetValueOrDefault(error) + 1;
        }
    }

    private void CheckMemory(byte[] input, long allocated)
    {
        if (allocated > _target.Limit.For(input.Length))
        {
            throw new DefectException($"A run with {input.Length} bytes allocated {allocated} bytes; the limit is {_target.Limit.For(input.Length)}.");
        }
    }

    private async ValueTask AddAsync(Exception error, byte[] input)
    {
        var shape = ShapeOf(error);
        if (_shapes.Add(shape))
        {
            var reduced = await Reduction.ReduceAsync(input, async shorter => await TryAsync(_target, shorter) is { } again && ShapeOf(again) == shape);
            _report.Defects.Add(new Defect(shape, error.ToString(), reduced));
        }
    }

    private void LookForLost(LostExceptions lost)
    {
        if (lost.Take() is { } exception && _shapes.Add("lost"))
        {
            _report.Defects.Add(new Defect("lost", $"A task failed and nobody looked, in one of the last {RunsBetweenLooks} runs: {exception}", []));
        }
    }

    private CampaignReport Complete()
    {
        _report.Corpus = _corpus.Count;
        _report.Behaviours = _corpus.SignatureCount;
        return _report;
    }

    private static string ShapeOf(Exception error) => $"{error.GetType().Name} {Shapes.Of(error.Message)}";
}
