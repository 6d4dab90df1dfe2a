using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Attempts;

/// <summary>Reads the stream into the journal, when the attempt wants more: nothing is queued in between.</summary>
internal sealed class AttemptInput
{
    private readonly PipeReader _reader;
    private readonly FrameReader _frames;
    private readonly JournalMachine _journal;
    private readonly WakeSignal _signal;
    private readonly Action _onArrived;
    private ConfiguredValueTaskAwaitable<ReadResult>.ConfiguredValueTaskAwaiter _read;
    private bool _isReading;
    private volatile bool _hasArrived;

    public AttemptInput(PipeReader reader, FrameReader frames, JournalMachine journal, WakeSignal signal)
    {
        _reader = reader;
        _frames = frames;
        _journal = journal;
        _signal = signal;
        _onArrived = OnArrived;
    }

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

        if (!_isReading)
        {
#pragma warning disable CA2012 // The awaiter is kept while the read is under way and consumed once, in Take.
            _read = _reader.ReadAsync().ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
            if (!_read.IsCompleted)
            {
                _isReading = true;
                _read.UnsafeOnCompleted(_onArrived);
                return false;
            }
        }
        else if (!_hasArrived)
        {
            return false;
        }

        _isReading = false;
        _hasArrived = false;
        Take();
        return true;
    }

    /// <summary>Ends a wait for input that will not be taken any more.</summary>
    public void CancelRead() => _reader.CancelPendingRead();

    private void OnArrived()
    {
        _hasArrived = true;
        _signal.Wake();
    }

    private void Take()
    {
        ReadResult result;
        try
        {
#pragma warning disable VSTHRD002 // The read is complete.
            result = _read.GetResult();
#pragma warning restore VSTHRD002
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The server reset the stream or the connection is gone; which one makes no difference.
            IsLost = true;
            return;
        }

        var buffer = result.Buffer;
        try
        {
            Receive(ref buffer);
        }
        finally
        {
            _reader.AdvanceTo(buffer.Start, buffer.End);
        }

        if (result.IsCompleted)
        {
            IsEnded = true;
            if (!_journal.IsClosed)
            {
                CloseJournalInput();
            }
        }
    }

    private void Receive(ref ReadOnlySequence<byte> buffer)
    {
        try
        {
            while (!_journal.IsClosed && _frames.TryRead(ref buffer, out var frame))
            {
                _journal.Receive(frame);
            }
        }
        catch (ProtocolException error)
        {
            _journal.Fail(error.Code, error.Message, string.Empty);
        }
        catch (JournalException)
        {
            // The error is written; the attempt sees that the journal is closed.
        }

        if (_journal.IsClosed)
        {
            buffer = buffer.Slice(buffer.End);
        }
    }

    private void CloseJournalInput()
    {
        try
        {
            _journal.CloseInput();
        }
        catch (JournalException)
        {
            // As above.
        }
    }
}
