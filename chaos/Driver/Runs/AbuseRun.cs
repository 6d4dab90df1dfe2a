using Restate.Actors.Chaos.Driver.Abuse;
using Restate.Actors.Chaos.Driver.Settings;

namespace Restate.Actors.Chaos.Driver.Runs;

/// <summary>Attacks one endpoint in every way there is and prints what it cost.</summary>
internal sealed class AbuseRun(AbuseSettings settings)
{
    /// <summary>Attacks.</summary>
    /// <returns>The exit status: 0 when the endpoint has survived and its memory is back.</returns>
    public async Task<int> RunAsync()
    {
        await using var endpoint = await AbusedEndpoint.StartAsync();

        // The first round compiles the code that the others run.
        await endpoint.AttackAsync(new AbortedStreams(500));
        IAttack[] attacks = [new SlowSenders(settings.SlowConnections, settings.SlowTime), new AbortedStreams(settings.AbortedStreams), new OversizedBodies()];
        var isGood = true;
        foreach (var attack in attacks)
        {
            var report = await endpoint.AttackAsync(attack);
            Console.WriteLine(report);
            isGood &= report.Answered && report.IsIdle && report.IsMemoryBack;
        }

        foreach (var mishap in endpoint.Mishaps)
        {
            Console.WriteLine(mishap);
        }

        isGood &= endpoint.Mishaps.Count == 0;
        Console.WriteLine(isGood ? "PASSED" : "FAILED");
        return isGood ? 0 : 1;
    }
}
