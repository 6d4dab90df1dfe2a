using System.Buffers;
using System.IO.Pipelines;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>The response of an attempt: cuts what it flushes into messages and hands them over, on the thread that flushes.</summary>
internal sealed class FrameOutput(Action<IReadOnlyList<JournalEntry>> receive) : PipeWriter
{
    private ArrayBufferWriter<byte> _buffer = new();

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _buffer.WrittenCount;

    public override void Advance(int bytes) => _buffer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(sizeHint);

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (_buffer.WrittenCount > 0)
        {
            // The messages refer to the bytes, so the next ones get a buffer of their own.
            var written = _buffer.WrittenMemory;
            _buffer = new ArrayBufferWriter<byte>();
            receive(Cut(written));
        }

        return new ValueTask<FlushResult>(new FlushResult(isCanceled: false, isCompleted: false));
    }

    private static List<JournalEntry> Cut(ReadOnlyMemory<byte> bytes)
    {
        List<JournalEntry> messages = [];
        while (!bytes.IsEmpty)
        {
            var header = FrameHeader.Read(bytes.Span);
            messages.Add(new JournalEntry(header.Type, bytes.Slice(FrameHeader.Size, (int)header.Length)));
            bytes = bytes[(FrameHeader.Size + (int)header.Length)..];
        }

        return messages;
    }
}
