using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>Whole attempts without a web server: everything that is ours, and nothing else.</summary>
[MemoryDiagnoser]
public class AttemptBenchmarks
{
    private WebApplication _app = null!;
    private ActorEngine _engine = null!;
    private HandlerInvoker _handler = null!;
    private ReadOnlySequence<byte> _input;
    private readonly DiscardingWriter _output = new();

    /// <summary>The scenarios that need no answer of the server: some of the catalog's, and replays of other kinds.</summary>
    private static readonly Scenario[] Scenarios =
    [
        .. Catalog.All,
        new("replay-500", "Runner/many") { Input = "500", Replayed = 500, Output = Catalog.Sum(500) },
        new("replay-10-calls", "Fan/out") { Input = "\"Hello\"", CallResult = "\"Hello\"", ReplayedCalls = 10, Output = "50" },
    ];

    [Params("greet", "counter", "replay-10-calls", "replay-500", "replay-1000", "replay-10000", "state-1mb")]
    public string Scenario { get; set; } = "greet";

    [GlobalSetup]
    public void Prepare()
    {
        var scenario = Scenarios.Single(scenario => scenario.Name == Scenario);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRestateActors().AddGeneratedActors();
        _app = builder.Build();
        _engine = _app.Services.GetRequiredService<ActorEngine>();
        var names = scenario.Path.Split('/');
        _handler = _engine.Catalog.Find(names[0], names[1])!;
        _input = new ReadOnlySequence<byte>([.. scenario.Opening().SelectMany(message => message)]);
    }

    [GlobalCleanup]
    public async Task CleanAsync() => await _app.DisposeAsync();

    [Benchmark]
    public Task Run() => _engine.RunAsync(_handler, new MemoryConnection(PipeReader.Create(_input), _output));

    private sealed class MemoryConnection(PipeReader input, PipeWriter output) : AttemptConnection(ServiceProtocolVersion.V6, input, output)
    {
        public override CancellationToken Aborted => CancellationToken.None;

        public override void Reset() => throw new InvalidOperationException("The attempt gave its stream up.");
    }
}
