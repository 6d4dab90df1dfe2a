using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.LocalServer;

public sealed class LocalRestateServerTests : IDisposable
{
    private readonly TempDirectory _contentRoot = new();
    private readonly RecordingLogger<LocalRestateServer> _logger = new();
    private readonly LocalRestateServerOptions _options;

    public LocalRestateServerTests()
    {
        var ports = LoopbackPorts.Pick(3);
        _options = new LocalRestateServerOptions
        {
            IngressUri = new Uri($"http://localhost:{ports[0]}"),
            AdminUri = new Uri($"http://localhost:{ports[1]}"),
            NodePort = ports[2],
        };
    }

    [Fact]
    public async Task Start_NothingRuns_StartsServerAndStopsItWithItself()
    {
        var server = CreateServer();

        await server.StartAsync(CancellationToken.None);

        var processId = server.ProcessId;
        Assert.True((await ProbeAsync()).IsHealthy);
        await server.DisposeAsync();
        Assert.True((await ProbeAsync()).IsAbsent);
        Assert.Equal("*\n", await File.ReadAllTextAsync($"{_contentRoot.Path}/.restate/.gitignore"));

        // A server on a busy machine may have something to say; that is passed on.
        string[] lines = [.. _logger.Lines.Where(line => !line.StartsWith("Information: restate-server: ", StringComparison.Ordinal))];
        Assert.StartsWith("Information: Starting the local Restate server /", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Information: The local Restate server 1.7.12 is ready after ", lines[1], StringComparison.Ordinal);
        Assert.Equal($"Information: Stopping the local Restate server (process {processId}).", lines[2]);
        Assert.Equal($"Information: The local Restate server has stopped; its data stays in {_contentRoot.Path}/.restate.", lines[3]);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public async Task Start_AfterServerWasKilled_UsesTheSameData()
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("Survivor");
        await using (var killed = CreateServer())
        {
            await killed.StartAsync(CancellationToken.None);
            await RegisterAsync(endpoint.Uri);
            using var process = Process.GetProcessById(killed.ProcessId!.Value);
            process.Kill();
            await WaitForAsync(() => _logger.Lines.Any(line => line.StartsWith("Error: ", StringComparison.Ordinal)));
        }

        await using var server = CreateServer();
        await server.StartAsync(CancellationToken.None);

        using var client = new HttpClient();
        Assert.Equal("""{"services":["Survivor"]}""", await client.GetStringAsync(new Uri(_options.IngressUri, "/restate/health")));
        Assert.Equal(
            "Error: The local Restate server ended by itself with exit code 137. Restart the application to start it again.\n  | (no output)",
            _logger.Lines[2]);
        Assert.StartsWith("Information: Starting the local Restate server /", _logger.Lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ServerAlreadyAnswers_UsesItAndLeavesItRunning()
    {
        await using var other = await RestateServer.StartAsync();
        _options.IngressUri = other.IngressUri;
        _options.AdminUri = other.AdminUri;

        await using (var server = CreateServer())
        {
            await server.StartAsync(CancellationToken.None);
            Assert.Null(server.ProcessId);
        }

        Assert.True((await ProbeAsync()).IsHealthy);
        Assert.Equal(
            [$"Information: A Restate server 1.7.12 already answers at {other.IngressUri} (ingress) and {other.AdminUri} (admin); it is used as it is."],
            _logger.Lines);
    }

    [Fact]
    public async Task Start_TwoAtOnce_OneStartsAndBothUseIt()
    {
        await using var first = CreateServer();
        await using var second = CreateServer();

        await Task.WhenAll(first.StartAsync(CancellationToken.None), second.StartAsync(CancellationToken.None));

        Assert.Single(new[] { first.ProcessId, second.ProcessId }, id => id is not null);
        Assert.True((await ProbeAsync()).IsHealthy);
    }

    [Fact]
    public async Task Start_ForeignProgramAtIngress_ErrorSaysWhoListensWhere()
    {
        using var foreign = new TcpListener(IPAddress.Loopback, _options.IngressUri.Port);
        foreign.Start();
        await using var server = CreateServer(new SkippingTimeProvider());
        _ = AnswerWithNonsenseAsync(foreign);

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.Equal(
            $"""
            The addresses of the local Restate server are taken by something else:
              ingress {_options.IngressUri}: something listens that is no healthy Restate server
              admin   {_options.AdminUri}: nothing listens
            Stop the program that listens there, or set IngressUri and AdminUri of LocalRestateServerOptions to free ports.
            """,
            error.Message);
    }

    [Fact]
    public async Task Start_NodePortTaken_ErrorExplainsTheExit()
    {
        using var foreign = new TcpListener(IPAddress.Loopback, _options.NodePort);
        foreign.Start();
        await using var server = CreateServer();

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.StartsWith(
            """
            The local Restate server ended with exit code 1 before it was healthy.
            A port is taken. Stop the program that listens there, or set IngressUri, AdminUri and NodePort of LocalRestateServerOptions.
              executable: /
            """,
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains($"failed binding to address '127.0.0.1:{_options.NodePort}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataDirectoryOfAnotherServer_ErrorNamesIt()
    {
        await using var owner = CreateServer();
        await owner.StartAsync(CancellationToken.None);
        var ports = LoopbackPorts.Pick(2);
        _options.IngressUri = new Uri($"http://localhost:{ports[0]}");
        _options.AdminUri = new Uri($"http://localhost:{ports[1]}");
        await using var server = CreateServer(new SkippingTimeProvider());

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.Equal(
            $"""
            Another process uses the data directory '{_contentRoot.Path}/.restate' for a local Restate server at other addresses; waited 00:01:00 for it.
            Stop that process, or give this one a directory of its own with LocalRestateServerOptions.DataDirectory.
            """,
            error.Message);
    }

    [Fact]
    public async Task Start_NotTheServerAtPath_ErrorHoldsWhatItPrinted()
    {
        _options.ExecutablePath = _contentRoot.WriteScript("restate-server", "echo 'I am something else' >&2; exit 3");
        await using var server = CreateServer();

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.Equal(
            $"""
            The local Restate server ended with exit code 3 before it was healthy.
            Its last output below should say why.
              executable: {_options.ExecutablePath} (from LocalRestateServerOptions.ExecutablePath)
              | I am something else
            """,
            error.Message);
    }

    [Fact]
    public async Task Start_NeverHealthy_EndsAtTheTimeoutAndLeavesNoProcess()
    {
        _options.ExecutablePath = _contentRoot.WriteScript("restate-server", "echo $$; exec sleep 1000");
        await using var server = CreateServer(new SkippingTimeProvider());

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.StartsWith(
            "The local Restate server was not healthy within 00:01:00; LocalRestateServerOptions.StartupTimeout sets this limit.\n",
            error.Message,
            StringComparison.Ordinal);
        Assert.Null(server.ProcessId);
    }

    [Theory]
    [InlineData("http://restate.example:9070")]
    [InlineData("https://localhost:9070")]
    public async Task Start_AddressIsNotLocalPlainHttp_ErrorSaysSo(string adminUri)
    {
        _options.AdminUri = new Uri(adminUri.Replace("9070", $"{_options.AdminUri.Port}", StringComparison.Ordinal));
        await using var server = CreateServer(new SkippingTimeProvider());

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => server.StartAsync(CancellationToken.None));

        Assert.Equal(
            $"""
            No Restate server answers, and none can be started at {_options.AdminUri}: a local server listens on plain http on this machine only.
            Set LocalRestateServerOptions.AdminUri to an address such as http://localhost:{_options.AdminUri.Port}, or start a server there yourself.
            """,
            error.Message);
    }

    public void Dispose() => _contentRoot.Dispose();

    private static async Task AnswerWithNonsenseAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptSocketAsync();
                await connection.SendAsync("HTTP/1.1 418 I am a teapot\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"u8.ToArray());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The listener was stopped at the end of the test.
        }
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private LocalRestateServer CreateServer(TimeProvider? timeProvider = null) =>
        new(_options, _contentRoot.Path, Environment.GetEnvironmentVariable, _logger, timeProvider ?? TimeProvider.System);

    private async Task<ServerHealth> ProbeAsync()
    {
        using var probe = new ServerHealthProbe(_options.IngressUri, _options.AdminUri);
        return await probe.ProbeAsync(CancellationToken.None);
    }

    private async Task RegisterAsync(Uri endpoint)
    {
        using var client = new HttpClient();
        using var body = new StringContent($$"""{"uri":"{{endpoint}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(_options.AdminUri, "/deployments"), body);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
