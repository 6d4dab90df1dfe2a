using System.IO.Pipelines;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;
using Xunit.Abstractions;

namespace Restate.Actors.Tests.Attempts;

/// <summary>How much an invocation that goes straight through allocates, without the transport.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int Limit = 6 * 1024;

    [Fact]
    public async Task Greet_StraightThrough_StaysBelowTheLimit()
    {
        await MeasureAsync(JournalScript.Of("Engine.Greeter", "Greet", "\"Ada\"") with { Key = "" });
    }

    [Fact]
    public async Task Add_StraightThrough_StaysBelowTheLimit()
    {
        await MeasureAsync(JournalScript.Of("Engine.Counter", "Add", "1") with { State = [("count", "41")] });
    }

    private async Task MeasureAsync(JournalScript journal)
    {
        await using var host = new EngineHost();
        var handler = host.Engine.Catalog.Find(journal.Service, journal.Handler)!;
        byte[] bytes = [.. journal.ToFrames().SelectMany(frame => frame.ToBytes())];
        var stream = new ReusedStream(bytes);
        for (var i = 0; i < 2000; i++)
        {
            Run();
        }

        const int Rounds = 1000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            Run();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        output.WriteLine($"{journal.Service}/{journal.Handler}: {each} bytes");
        Assert.InRange(each, 1, Limit);

        void Run()
        {
            stream.Begin();
            var running = host.Engine.RunAsync(handler, stream);
            Assert.False(running.IsCompleted);
            stream.End();
            Assert.True(running.IsCompletedSuccessfully);
        }
    }

    // Allocates nothing itself once its pipes have their buffers.
    private sealed class ReusedStream : AttemptConnection
    {
        private static readonly PipeOptions Inline = new(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

        private readonly byte[] _bytes;
        private readonly Pipe _input;
        private readonly Pipe _output;

        public ReusedStream(byte[] bytes)
            : this(bytes, new Pipe(Inline), new Pipe(Inline))
        {
        }

        private ReusedStream(byte[] bytes, Pipe input, Pipe output)
            : base(ServiceProtocolVersion.V6, input.Reader, output.Writer)
        {
            _bytes = bytes;
            _input = input;
            _output = output;
        }

        public override CancellationToken Aborted => default;

        public void Begin()
        {
            SynchronizationContext.SetSynchronizationContext(null);
            _bytes.CopyTo(_input.Writer.GetSpan(_bytes.Length));
            _input.Writer.Advance(_bytes.Length);
#pragma warning disable CA2012 // Complete at once; a task would count as the attempt's.
            Assert.True(_input.Writer.FlushAsync().IsCompleted);
#pragma warning restore CA2012
        }

        public void End()
        {
            _input.Writer.Complete();
            Assert.True(_output.Reader.TryRead(out var result));
            _output.Reader.AdvanceTo(result.Buffer.End);
            _input.Reader.Complete();
            _output.Writer.Complete();
            _output.Reader.Complete();
            _input.Reset();
            _output.Reset();
        }

        public override void Reset() => Assert.Fail("The attempt was given up.");
    }
}
