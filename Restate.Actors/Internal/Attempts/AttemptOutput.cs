using System.IO.Pipelines;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Sends what the journal has written.</summary>
internal sealed class AttemptOutput(PipeWriter writer)
{
    private bool _isHeadSent;
    private volatile bool _isHeldBack;

    /// <summary>Gets whether nobody reads any more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Gets whether something was written that <see cref="HoldBack"/> left to the next flush. From any thread.</summary>
    public bool IsHeldBack => _isHeldBack;

    private bool HasNothingToSend => _isHeadSent && writer is { CanGetUnflushedBytes: true, UnflushedBytes: 0 };

    /// <summary>Leaves what was written to the next flush, which is near.</summary>
    public void HoldBack() => _isHeldBack = !HasNothingToSend;

    /// <summary>Sends what was written; waits while the server does not read. The first time the head of the response goes with it.</summary>
    public async ValueTask FlushAsync()
    {
        _isHeldBack = false;
        if (HasNothingToSend)
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
