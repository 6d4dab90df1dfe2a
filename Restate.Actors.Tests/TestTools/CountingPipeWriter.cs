using System.IO.Pipelines;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Notes each flush; can be made to fail as no transport does.</summary>
internal sealed class CountingPipeWriter(PipeWriter writer, List<string> notes) : PipeWriter
{
    public bool IsBroken { get; set; }

    public override bool CanGetUnflushedBytes => writer.CanGetUnflushedBytes;

    public override long UnflushedBytes => writer.UnflushedBytes;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        notes.Add("flush");
        return writer.FlushAsync(cancellationToken);
    }

    public override void Advance(int bytes) => writer.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => IsBroken ? throw new NotSupportedException("broken") : writer.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void CancelPendingFlush() => writer.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => writer.Complete(exception);
}
