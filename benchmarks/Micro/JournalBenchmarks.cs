using System.Buffers;
using BenchmarkDotNet.Attributes;
using Restate.Actors.Benchmarks.Driver.Memory;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One entry of a replay by the journal machine alone, with its frame; without tasks, user code and I/O. Runs, each a command and its result.</summary>
[MemoryDiagnoser]
public class JournalBenchmarks
{
    private const int AllEntries = 10_000;

    private readonly ArrayBufferWriter<byte> _output = new();
    private ReadOnlySequence<byte> _input;

    /// <summary>The length of the journal. The same number of entries is replayed in total, so that the time of one shows whether it grows with the length.</summary>
    [Params(100, 1_000, 10_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Prepare() => _input = new ReadOnlySequence<byte>([.. MemoryScenarios.ReplayedRuns(Entries / 2).Opening().SelectMany(message => message)]);

    [Benchmark(OperationsPerInvoke = AllEntries)]
    public void Replay()
    {
        for (var i = 0; i < AllEntries / Entries; i++)
        {
            ReplayOnce();
        }
    }

    private void ReplayOnce()
    {
        var machine = new JournalMachine(ServiceProtocolVersion.V6, _output);
        var reader = new FrameReader(int.MaxValue);
        var buffer = _input;
        while (reader.TryRead(ref buffer, out var frame))
        {
            machine.Receive(frame);
        }

        machine.TakeInput();
        for (var i = 0; i < Entries / 2; i++)
        {
            var run = machine.Runs.Run("step");
            var progress = machine.Next(new AwaitTree(new LeafNode(run)));
            if (progress.Kind != ProgressKind.Decided || !machine.TryTake(run, out _))
            {
                throw new InvalidOperationException($"Run {i} was not replayed: {progress.Kind}.");
            }
        }

        if (machine.IsReplaying || _output.WrittenCount > 0)
        {
            throw new InvalidOperationException("The replay is not over, or wrote something.");
        }
    }
}
