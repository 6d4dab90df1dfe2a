using System.Buffers;
using System.IO.Pipelines;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>The stream of one attempt, in memory. What is sent runs the attempt on the thread that sends, until it needs something else.</summary>
internal sealed class AttemptStream : AttemptConnection
{
    private static readonly PipeOptions Inline = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false);

    private readonly Pipe _input;
    private readonly Pipe _output;

    private AttemptStream(ServiceProtocolVersion version, Pipe input, Pipe output)
        : base(version, input.Reader, output.Writer)
    {
        _input = input;
        _output = output;
    }

    public override CancellationToken Aborted => Aborting.Token;

    /// <summary>Gets whether the attempt has broken the stream off.</summary>
    public bool IsReset { get; private set; }

    public bool IsInputEnded { get; private set; }

    // Has no timer and no parent, hence nothing to dispose.
    private CancellationTokenSource Aborting { get; } = new();

    public static AttemptStream Create(ServiceProtocolVersion version) => new(version, new Pipe(Inline), new Pipe(Inline));

    public override void Reset() => IsReset = true;

    public void Send(ReadOnlySpan<byte> bytes)
    {
        if (!IsInputEnded)
        {
            _input.Writer.Write(bytes);
            InPlace.Run(static writer => _ = writer.FlushAsync().AsTask(), _input.Writer);
        }
    }

    public void EndInput()
    {
        if (!IsInputEnded)
        {
            IsInputEnded = true;
            InPlace.Run(static writer => writer.Complete(), _input.Writer);
        }
    }

    /// <summary>Ends the input as the reset of a stream does.</summary>
    public void LoseInput()
    {
        if (!IsInputEnded)
        {
            IsInputEnded = true;
            InPlace.Run(static writer => writer.Complete(new IOException("The stream was reset.")), _input.Writer);
        }
    }

    /// <summary>Fires the token of the stream, from the thread pool as a server does.</summary>
    public void Abort() => Aborting.Cancel();

    /// <summary>Takes the bytes that the attempt has sent since the last time.</summary>
    public byte[] Take()
    {
        if (!_output.Reader.TryRead(out var result))
        {
            return [];
        }

        var bytes = result.Buffer.ToArray();
        _output.Reader.AdvanceTo(result.Buffer.End);
        return bytes;
    }
}
