using System.Globalization;
using Restate.Actors.Tests.TestTools;
using Xunit;
using Xunit.Abstractions;

namespace Restate.Actors.Tests.Integration.Publishing;

/// <summary>The libraries without reflection: published natively or trimmed, with all warnings as errors, and run.</summary>
public sealed class PublishedSampleTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    [Capability("Hosting", "Ahead-of-time native build")]
    public async Task Sample_PublishedWithAllLibraries_AnswersOnTheRealServer()
    {
        var publisher = new SamplePublisher(_directory);
        var kind = await publisher.PublishAsync();
        output.WriteLine($"The sample NativeAot was published: {kind}. Program: {new FileInfo(publisher.Program).Length >> 20} MB.");
        await using var server = await RestateServer.StartAsync();
        var port = LoopbackPorts.Pick(1)[0];

        await using var program = await ChildProcess.StartAsync(
            publisher.Program,
            [
                $"--contentRoot={publisher.Folder}", $"--ActorPort={port.ToString(CultureInfo.InvariantCulture)}", $"--Ingress={server.IngressUri}", $"--Admin={server.AdminUri}",
                "--once",
            ],
            new Dictionary<string, string> { ["DOTNET_ENVIRONMENT"] = "Development" });
        var exit = await program.Exited.WaitAsync(TimeSpan.FromMinutes(1));

        var lines = program.Output.Split('\n');
        Assert.True(exit == 0, program.Output);
        Assert.Contains("  | Garage north: 2 places free.", lines);
        Assert.Contains(lines, line => line.StartsWith(kind == PublishKind.Native ? "  |   Native: first answer " : "  |   Compiled while it runs: first answer ", StringComparison.Ordinal));
        Assert.Contains("  |   two cars enter   -> 0 places free", lines);
        Assert.Contains("  |   a third          -> 409: Garage north is full.", lines);
        Assert.Contains(lines, line => line.StartsWith("  |   the first leaves -> 2.50 by card, once under inv_1", StringComparison.Ordinal));
        Assert.Contains("  |   the third again  -> B-CC 3 is in", lines);
        Assert.Contains("  |   all leave        -> 2 places free", lines);
        var handled = await server.Admin.QueryAsync(
            "SELECT target_handler_name AS handler, count(1) AS count FROM sys_invocation WHERE status = 'completed' GROUP BY target_handler_name ORDER BY 1");
        Assert.Equal(
            ["Enter 4", "FreePlaces 3", "Leave 3", "Price 3"],
            handled.Select(row => $"{row["handler"]} {row["count"]}"));
    }

    public void Dispose() => _directory.Dispose();
}
