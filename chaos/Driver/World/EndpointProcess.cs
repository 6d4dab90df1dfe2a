using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.World;

/// <summary>An endpoint in a process of its own, which keeps its port when it is started again.</summary>
internal sealed class EndpointProcess(int port, bool isSabotaged, LogFile log) : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(45);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly HttpClient _client = new()
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Timeout = TimeSpan.FromSeconds(30),
    };

    private readonly List<string> _mishaps = [];
    private ChildProcess? _process;
    private bool _isEnding;

    public int Port => port;

    /// <summary>Gets what the process did that it should not: ended by itself, or not in time.</summary>
    public IReadOnlyList<string> Mishaps => _mishaps;

    /// <summary>Starts the process and returns when it listens.</summary>
    public async Task StartAsync()
    {
        var endpoint = Path.Combine(AppContext.BaseDirectory, "ChaosEndpoint.dll");
        string[] sabotage = isSabotaged ? ["sabotage"] : [];
        _isEnding = false;
        _process = await ChildProcess.StartAsync(
            [Environment.ProcessPath!, "exec", endpoint, port.ToString(CultureInfo.InvariantCulture), .. sabotage], log.Write);
        _ = WatchAsync(_process);
        using var patience = new CancellationTokenSource(StartTime);
        while (!await ListensAsync(patience.Token))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    public Task KillAndRestartAsync(TimeSpan downtime) => InTurnAsync(async process =>
    {
        _isEnding = true;
        await process.KillAsync();
        await RestartAsync(downtime);
    });

    public Task StopAndRestartAsync(TimeSpan downtime) => InTurnAsync(async process =>
    {
        _isEnding = true;
        Signals.Send(process.Id, Signals.Terminate);
        if (await Task.WhenAny(process.Exited, Task.Delay(StopTime)) != process.Exited)
        {
            _mishaps.Add($"The endpoint on port {port} did not end within {StopTime.TotalSeconds} s after SIGTERM.");
            await process.KillAsync();
        }
        else if (await process.Exited != 0)
        {
            _mishaps.Add($"The endpoint on port {port} ended with exit code {await process.Exited} after SIGTERM.");
        }

        await RestartAsync(downtime);
    });

    public Task FreezeAsync(TimeSpan time) => InTurnAsync(async process =>
    {
        Signals.Send(process.Id, Signals.Stop);
        await Task.Delay(time);
        Signals.Send(process.Id, Signals.Continue);
    });

    /// <summary>Reads all that its processes have printed.</summary>
    public IReadOnlyList<string> ReadLog() => log.Read();

    /// <summary>Measures the process.</summary>
    public async Task<ProcessFigures> MeasureAsync(bool isCollecting) =>
        await _client.GetFromJsonAsync<ProcessFigures>(new Uri($"/figures?collect={isCollecting}", UriKind.Relative))
        ?? throw new InvalidOperationException("The endpoint has sent no figures.");

    public async ValueTask DisposeAsync()
    {
        _isEnding = true;
        if (_process is not null)
        {
            await _process.KillAsync();
            _process.Dispose();
        }

        _client.Dispose();
        _turn.Dispose();
    }

    private async Task InTurnAsync(Func<ChildProcess, Task> action)
    {
        await _turn.WaitAsync();
        try
        {
            await action(_process!);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RestartAsync(TimeSpan downtime)
    {
        await Task.Delay(downtime);
        await StartAsync();
    }

    private async Task WatchAsync(ChildProcess process)
    {
        var exitCode = await process.Exited;
        if (!_isEnding)
        {
            _mishaps.Add($"The endpoint on port {port} ended by itself with exit code {exitCode}.");
        }
    }

    private async Task<bool> ListensAsync(CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
