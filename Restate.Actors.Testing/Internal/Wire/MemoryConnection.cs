using System.IO.Pipelines;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>The stream between the server and one attempt, in memory. What is sent runs the attempt inline, until it needs something else.</summary>
internal sealed class MemoryConnection : AttemptConnection
{
    private static readonly PipeOptions Inline = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false);

    private readonly PipeWriter _writer;
    private readonly Action _wasReset;

    private MemoryConnection(Pipe input, FrameOutput output, Action wasReset, IAttemptActivity? activity)
        : base(ServiceProtocolVersion.V6, input.Reader, output)
    {
        _writer = input.Writer;
        _wasReset = wasReset;
        Activity = activity;
    }

    public override CancellationToken Aborted => Aborting.Token;

    public override IAttemptActivity? Activity { get; }

    /// <summary>Gets whether the server has ended its side.</summary>
    public bool IsInputEnded { get; private set; }

    // Has no timer and no parent, hence nothing to dispose.
    private CancellationTokenSource Aborting { get; } = new();

    public static MemoryConnection Create(Action<IReadOnlyList<JournalEntry>> receive, Action wasReset, IAttemptActivity? activity = null)
    {
        return new MemoryConnection(new Pipe(Inline), new FrameOutput(receive), wasReset, activity);
    }

    public override void Reset() => _wasReset();

    public void Send(params ReadOnlySpan<JournalEntry> messages)
    {
        foreach (var message in messages)
        {
            new FrameHeader(message.Type, Flags: 0, (uint)message.Payload.Length).Write(_writer.GetSpan(FrameHeader.Size));
            _writer.Advance(FrameHeader.Size);
            message.Payload.Span.CopyTo(_writer.GetSpan(message.Payload.Length));
            _writer.Advance(message.Payload.Length);
        }

        // Nothing holds the writer back, so this is complete when it returns.
        _ = _writer.FlushAsync().AsTask();
    }

    /// <summary>Ends the server's side: the attempt suspends at its next wait.</summary>
    public void EndInput()
    {
        if (!IsInputEnded)
        {
            IsInputEnded = true;
            _writer.Complete();
        }
    }

    /// <summary>Breaks the stream off, as a lost connection does.</summary>
    public void Abort()
    {
        if (!IsInputEnded)
        {
            IsInputEnded = true;
            _writer.Complete(new IOException("The test host has broken the connection off."));
        }

        Aborting.Cancel();
    }
}
