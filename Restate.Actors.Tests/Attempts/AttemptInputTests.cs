using System.Buffers;
using System.IO.Pipelines;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

public sealed class AttemptInputTests
{
    [Fact]
    public void TryRead_StreamIsResetWhileItIsTaken_IsLost()
    {
        var journal = new JournalMachine(ServiceProtocolVersion.V6, new ArrayBufferWriter<byte>());
        var input = new AttemptInput(new ResetReader(), new FrameReader(maxPayloadLength: 1024), journal, new WakeSignal(), long.MaxValue);

        Assert.True(input.TryRead());

        Assert.True(input.IsLost);
        Assert.False(input.IsEnded);
    }

    /// <summary>Behaves as Kestrel's reader of a stream that the server resets between a read and its end.</summary>
    private sealed class ResetReader : PipeReader
    {
        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            new(new ReadResult(new ReadOnlySequence<byte>([0]), isCanceled: false, isCompleted: true));

        public override void AdvanceTo(SequencePosition consumed) => throw new IOException("The client reset the request stream.");

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => AdvanceTo(consumed);

        public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}
