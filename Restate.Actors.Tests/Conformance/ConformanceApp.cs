using System.Diagnostics;
using System.Net;
using System.Reflection;
using Restate.Actors.Tests.TestTools;
using Xunit.Sdk;

namespace Restate.Actors.Tests.Conformance;

/// <summary>The conformance app as a process of its own, on a port that it keeps when it is started again.</summary>
public sealed class ConformanceApp : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<string, string> _environment;
    private ChildProcess? _process;

    private ConformanceApp(int port, IReadOnlyDictionary<string, string> environment)
    {
        Port = port;
        _environment = environment;
    }

    public int Port { get; }

    public Uri Uri => new($"http://127.0.0.1:{Port}");

    public string Output => _process?.Output ?? "  | (not started)";

    /// <summary>Starts the app and returns when it listens.</summary>
    public static async Task<ConformanceApp> StartAsync(params IEnumerable<(string Name, string Value)> variables)
    {
        var port = LoopbackPorts.Pick(1)[0];
        var environment = new Dictionary<string, string> { ["PORT"] = $"{port}" };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var app = new ConformanceApp(port, environment);
        try
        {
            await app.StartAgainAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the app and returns when it has ended, with its exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(params IEnumerable<(string Name, string Value)> variables)
    {
        await using var process = await StartProcessAsync(variables.ToDictionary(variable => variable.Name, variable => variable.Value));
        var code = await process.Exited.WaitAsync(StartLimit);
        return (code, process.Output);
    }

    /// <summary>Ends the process at once, as a crash does.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Asks the process to end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        _process!.Terminate();
        return await _process.Exited.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Starts a new process on the same port.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = await StartProcessAsync(_environment);
        await WaitUntilHealthyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static Task<ChildProcess> StartProcessAsync(IReadOnlyDictionary<string, string> environment)
    {
        var path = typeof(ConformanceApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ConformanceApp").Value!;
        return ChildProcess.StartAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [path], environment);
    }

    private async Task WaitUntilHealthyAsync()
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Uri, "/health"));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process!.Exited.IsCompleted && Stopwatch.GetElapsedTime(started) < StartLimit)
            {
                await Task.Delay(20);
                continue;
            }

            throw new XunitException($"The conformance app did not start:\n{Output}");
        }
    }
}
