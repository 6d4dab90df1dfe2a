using System.IO.Pipelines;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Notes each read, and whether it was complete at once.</summary>
internal sealed class CountingPipeReader(PipeReader reader, List<string> notes) : PipeReader
{
    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = reader.ReadAsync(cancellationToken);
        notes.Add(read.IsCompleted ? "read" : "wait for input");
        return read;
    }

    public override bool TryRead(out ReadResult result) => reader.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => reader.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => reader.AdvanceTo(consumed, examined);

    public override void CancelPendingRead()
    {
        notes.Add("cancel the read");
        reader.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => reader.Complete(exception);
}
