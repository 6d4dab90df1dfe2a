using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Targets;
using Restate.Actors.Testing;

namespace Restate.Actors.Benchmarks.Driver.RealServer;

/// <summary>An endpoint with a Restate server of its own.</summary>
internal sealed partial class ServedTarget : IAsyncDisposable
{
    private readonly Target _target;
    private readonly RestateServerFixture _server;
    private readonly HttpClient _http;
    private readonly Dictionary<(string Scenario, int Client), IngressClient> _clients = [];

    private ServedTarget(Target target, RestateServerFixture server)
    {
        _target = target;
        _server = server;
        _http = new HttpClient { BaseAddress = server.IngressUri, Timeout = TimeSpan.FromSeconds(30) };
    }

    public string Name => _target.Name;

    public static async Task<ServedTarget> StartAsync(TargetCommand command, int core)
    {
        var server = new RestateServerFixture(new RestateServerFixtureOptions { Partitions = 2 });
        await server.StartAsync();
        var served = new ServedTarget(await Target.StartAsync(command.Name, command.Command, core), server);
        using var response = await served._http.PostAsJsonAsync(new Uri(server.AdminUri, "deployments"), new { uri = $"http://127.0.0.1:{served._target.Port}" });
        response.EnsureSuccessStatusCode();
        return served;
    }

    /// <summary>Lets clients call for a while.</summary>
    public async Task<IngressSample> MeasureAsync(IngressScenario scenario, int clients, TimeSpan duration)
    {
        var failed = await ReadFailedAttemptsAsync();
        var cpu = _target.CpuTime;
        var watch = Stopwatch.StartNew();
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => ClientOf(scenario, client).RunAsync(until)));
        var elapsed = watch.Elapsed;
        var used = _target.CpuTime - cpu;
        double[] sorted = [.. latencies.SelectMany(times => times).Order()];
        return new IngressSample(
            sorted.Length / elapsed.TotalSeconds,
            sorted.At(0.5) / 1000,
            sorted.At(0.99) / 1000,
            used.TotalMicroseconds / sorted.Length,
            await ReadFailedAttemptsAsync() - failed);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _target.Dispose();
        await _server.DisposeAsync();
    }

    // A client lives as long as the server: the state of its key is the number of its calls.
    private IngressClient ClientOf(IngressScenario scenario, int client)
    {
        if (!_clients.TryGetValue((scenario.Name, client), out var known))
        {
            _clients.Add((scenario.Name, client), known = new IngressClient(_http, scenario, $"client{client}"));
        }

        return known;
    }

    private async Task<double> ReadFailedAttemptsAsync()
    {
        var metrics = await _http.GetStringAsync(new Uri($"http://127.0.0.1:{_server.NodePort}/metrics"));
        return FailedAttempts().Matches(metrics).Sum(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("""^restate_invoker_invocation_tasks_total\{[^}]*status="failed"[^}]*\} (\S+)""", RegexOptions.Multiline)]
    private static partial Regex FailedAttempts();
}
