using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors.Testing;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Testing.Differential;

/// <summary>The same random programs on the in-memory host and on a real server: same results, same state.</summary>
[Collection(RealServer.Name)]
public sealed class DifferentialTests(TestTools.RestateServerFixture fixture)
{
    private const int Ordinarily = 40;

    // DIFFERENTIAL_PROGRAMS=500 runs more, DIFFERENTIAL_FIRST=1000 others.
    private static readonly int Count = Read("DIFFERENTIAL_PROGRAMS", Ordinarily);
    private static readonly int First = Read("DIFFERENTIAL_FIRST", 1);

    [Fact]
    [Capability("Testing", "In-memory engine with real replay")]
    public async Task RandomPrograms_SameAsOnTheRealServer()
    {
        await using var real = await fixture.Server.Fixture.ServeAsync(AddActors);
        var differences = new List<string>();

        await Parallel.ForEachAsync(Enumerable.Range(First, Count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            if (await CompareAsync(real.Client, seed) is { } difference)
            {
                lock (differences)
                {
                    differences.Add(difference);
                }
            }
        });

        Assert.True(differences.Count == 0, $"{differences.Count} of {Count} programs differ.\n{string.Join("\n\n", differences.Take(5))}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RandomPrograms_SameInEachMode(bool explores)
    {
        for (var seed = 1; seed <= Count; seed++)
        {
            var plain = await RunInMemoryAsync(seed, static _ => { });
            var other = await RunInMemoryAsync(seed, options =>
            {
                options.ReplayAlways = !explores;
                options.Seed = explores ? seed : null;
            });

            Assert.Equal($"{seed}: {plain}", $"{seed}: {other}");
        }
    }

    private static async Task<string?> CompareAsync(IRestateClient real, int seed)
    {
        var expected = await RunInMemoryAsync(seed, static _ => { });
        var maker = new ProgramMaker(seed, $"{Guid.NewGuid():N}-");
        var program = maker.Make();
        var main = $"{Guid.NewGuid():N}";
        var result = await OutcomeAsync(real.GetActor<IMachine>(main), program);
        var dumps = "";
        for (var patience = 0; patience < 200; patience++)
        {
            // One-way calls end in their own time.
            dumps = await DumpAsync(key => real.GetActor<IMachine>(key), [main, .. maker.Keys]);
            if ($"{result}\n{dumps}" == expected)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        return $"seed {seed}: {string.Join("; ", program.AsEnumerable())}\n in memory: {expected}\n real:      {result}\n{dumps}";
    }

    private static async Task<string> RunInMemoryAsync(int seed, Action<ActorTestOptions> options)
    {
        await using var host = await ActorTestHost.StartAsync(AddActors, options: options);
        var maker = new ProgramMaker(seed, "");
        var program = maker.Make();
        var result = "";
        await host.RunAsync(async host => result = await OutcomeAsync(host.GetActor<IMachine>("main"), program));
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        return $"{result}\n{await DumpAsync(key => host.GetActor<IMachine>(key), ["main", .. maker.Keys])}";
    }

    private static async Task<string> OutcomeAsync(IMachine machine, Op[] program)
    {
        try
        {
            return await machine.ExecuteAsync(program);
        }
        catch (TerminalException error)
        {
            return $"{error.Code} {error.Message}";
        }
    }

    private static async Task<string> DumpAsync(Func<string, IMachine> machine, IEnumerable<string> keys)
    {
        var number = 0;
        var lines = new List<string>();
        foreach (var key in keys)
        {
            lines.Add($"  {number++}: {await machine(key).DumpAsync()}");
        }

        return string.Join('\n', lines);
    }

    private static void AddActors(RestateActorsBuilder builder)
    {
        TestHosts.AddActors(builder);
        builder.Services.TryAddSingleton<Trouble>();
        builder.ConfigureDefaults(options => options.RetryInitialInterval = TimeSpan.FromMilliseconds(20));
    }

    private static int Read(string variable, int otherwise)
    {
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
