using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Reads the stream into the journal, when the attempt wants more: nothing is queued in between.</summary>
internal sealed class AttemptInput(PipeReader reader, FrameReader frames, JournalMachine journal, WakeSignal signal, long maxBytes)
{
    private ConfiguredValueTaskAwaitable<ReadResult>.ConfiguredValueTaskAwaiter _read;
    private long _received;
    private bool _isReading;
    private volatile bool _hasArrived;

    /// <summary>Gets whether the server has ended its side.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Gets whether the stream was lost.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Takes what has come, or begins to wait for it.</summary>
    /// <returns><see langword="false"/> if nothing is there; the signal wakes the attempt when something is.</returns>
    public bool TryRead()
    {
        if (IsEnded || IsLost)
        {
            return false;
        }

        ReadResult result;
        try
        {
            if (!HasRead())
            {
                return false;
            }

#pragma warning disable VSTHRD002 // The read is complete.
            result = _read.GetResult();
#pragma warning restore VSTHRD002
        }
        catch (Exception)
        {
            // The server reset the stream or the connection is gone. What a transport throws then is its own affair.
            IsLost = true;
            return true;
        }

        Take(result);
        return true;
    }

    /// <summary>Gives a read that is under way up, so that the stream can be used by others.</summary>
    public async ValueTask CloseAsync()
    {
        if (!_isReading)
        {
            return;
        }

        try
        {
            reader.CancelPendingRead();
        }
        catch (Exception)
        {
            // Kestrel's reader throws here for a stream that the server has reset; the read ends by that itself.
        }

        while (!TryRead())
        {
            await signal;
        }
    }

    private bool HasRead()
    {
        if (!_isReading)
        {
#pragma warning disable CA2012 // The awaiter is kept while the read is under way and consumed once.
            _read = reader.ReadAsync().ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
            if (!_read.IsCompleted)
            {
                _isReading = true;
                _read.UnsafeOnCompleted(OnArrived);
                return false;
            }
        }
        else if (!_hasArrived)
        {
            return false;
        }

        _isReading = false;
        _hasArrived = false;
        return true;
    }

    private void OnArrived()
    {
        _hasArrived = true;
        signal.Wake();
    }

    private void Take(in ReadResult result)
    {
        var buffer = result.Buffer;
        Receive(ref buffer);
        try
        {
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
        catch (Exception)
        {
            // As above: Kestrel throws here too when the server has reset the stream meanwhile.
            IsLost = true;
            return;
        }

        if (result.IsCompleted)
        {
            IsEnded = true;
            EndJournalInput();
        }
    }

    private void Receive(ref ReadOnlySequence<byte> buffer)
    {
        try
        {
            while (!journal.IsClosed && frames.TryRead(ref buffer, out var frame))
            {
                Count(FrameHeader.Size + frame.Payload.Length);
                journal.Receive(frame);
            }
        }
        catch (ProtocolException error)
        {
            journal.Fail(error.Code, error.Message, string.Empty);
        }
        catch (JournalException)
        {
            // The error is written; the attempt sees that the journal is closed.
        }

        if (journal.IsClosed)
        {
            buffer = buffer.Slice(buffer.End);
        }
    }

    private void Count(int bytes)
    {
        _received += bytes;
        if (_received > maxBytes)
        {
            throw new ProtocolException(
                ErrorCodes.Internal,
                $"The journal of this invocation has more than {maxBytes} bytes, the limit of RestateActorsOptions.MaxJournalBytes. Raise the limit, or cancel the invocation.");
        }
    }

    private void EndJournalInput()
    {
        if (journal.IsClosed)
        {
            return;
        }

        try
        {
            if (frames.IsInsideFrame)
            {
                journal.Fail(ErrorCodes.ProtocolViolation, "[RSTA0571] Protocol violation: The input ended inside a message.", string.Empty);
                return;
            }

            journal.CloseInput();
        }
        catch (JournalException)
        {
            // As above.
        }
    }
}
