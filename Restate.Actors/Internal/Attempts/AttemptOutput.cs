using System.IO.Pipelines;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Sends what the journal has written.</summary>
internal sealed class AttemptOutput(PipeWriter writer)
{
    private bool _isHeadSent;

    /// <summary>Gets whether nobody reads any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Sends what was written; waits while the server does not read. The first time the head of the response goes with it.</summary>
    public async ValueTask FlushAsync()
    {
        if (_isHeadSent && writer is { CanGetUnflushedBytes: true, UnflushedBytes: 0 })
        {
            return;
        }

        _isHeadSent = true;
        try
        {
            var result = await writer.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            IsLost |= result.IsCompleted || result.IsCanceled;
        }
        catch (Exception)
        {
            // As when reading: the stream is gone, however the transport says it.
            IsLost = true;
        }
    }
}
