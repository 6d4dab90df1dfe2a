using System.Diagnostics;
using Restate.Actors.Chaos.Driver.World;
using Restate.Actors.Chaos.Endpoint.Figures;
using Restate.Actors.Testing.Internal.RealServer;

namespace Restate.Actors.Chaos.Driver.Abuse;

/// <summary>An endpoint in a process of its own, without a server, for attacks.</summary>
internal sealed class AbusedEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly RunDirectory _directory = new();
    private readonly LogFile _log;
    private readonly EndpointProcess _process;

    private AbusedEndpoint()
    {
        _log = new LogFile(_directory.File("endpoint.log"));
        _process = new EndpointProcess(LoopbackPorts.Pick(1)[0], isSabotaged: false, _log);
    }

    /// <summary>Gets what the process did that it should not.</summary>
    public IReadOnlyList<string> Mishaps => _process.Mishaps;

    /// <summary>Gets what the process has printed.</summary>
    public IReadOnlyList<string> Log => _process.ReadLog();

    public static async Task<AbusedEndpoint> StartAsync()
    {
        var endpoint = new AbusedEndpoint();
        await endpoint._process.StartAsync();
        return endpoint;
    }

    /// <summary>Attacks it and measures.</summary>
    public async Task<AttackReport> AttackAsync(IAttack attack)
    {
        using var probe = new EndpointClient(_process.Port);
        await probe.AnswersAsync();
        var before = await SettleAsync();
        var peak = before;
        var answered = true;
        var outcome = await attack.RunAsync(_process.Port, async () =>
        {
            peak = await _process.MeasureAsync(isCollecting: false);
            answered = await probe.AnswersAsync();
        });
        answered &= await probe.AnswersAsync();
        return new AttackReport(attack.Name, outcome, answered, before, peak, await SettleAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _log.Dispose();
        _directory.Delete();
    }

    // Waits until nothing is active or warm, for a bounded time.
    private async Task<ProcessFigures> SettleAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var figures = await _process.MeasureAsync(isCollecting: true);
            if (figures is { ActiveAttempts: 0, ActiveKeys: 0, WarmKeys: 0 } || Stopwatch.GetElapsedTime(started) > IdleTime)
            {
                return figures;
            }

            await Task.Delay(PollInterval);
        }
    }
}
