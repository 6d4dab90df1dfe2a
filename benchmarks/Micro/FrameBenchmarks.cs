using System.Buffers;
using BenchmarkDotNet.Attributes;
using Restate.Actors.Benchmarks.Driver.Memory;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One frame of a small message: cut out of the request, or written with its message.</summary>
[MemoryDiagnoser]
public class FrameBenchmarks
{
    private const int Frames = 2_000;

    private readonly ArrayBufferWriter<byte> _output = new(128 * 1024);
    private ReadOnlySequence<byte> _journal;

    [GlobalSetup]
    public void Prepare() => _journal = new ReadOnlySequence<byte>([.. MemoryScenarios.ReplayedRuns(Frames / 2).Opening().Skip(2).SelectMany(message => message)]);

    [Benchmark(OperationsPerInvoke = Frames)]
    public int Read()
    {
        var reader = new FrameReader(int.MaxValue);
        var buffer = _journal;
        var count = 0;
        while (reader.TryRead(ref buffer, out _))
        {
            count++;
        }

        return count == Frames ? count : throw new InvalidOperationException($"{count} frames came, not {Frames}.");
    }

    [Benchmark(OperationsPerInvoke = Frames)]
    public int Write()
    {
        _output.ResetWrittenCount();
        var writer = new MessageWriter(_output, ServiceProtocolVersion.V6);
        for (var i = 1U; i <= Frames; i++)
        {
            writer.Write(new RunCommand(i, "step"));
        }

        return _output.WrittenCount;
    }
}
