using System.Buffers;
using System.IO.Pipelines;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.TestTools;

/// <summary>Plays the server for one attempt, in memory: what it sends is written by the test, what comes back is read as text.</summary>
/// <remarks>
/// The input runs everything inline. So when <see cref="Start"/> or <see cref="Send"/> returns, the attempt has done all that needs no other
/// thread, and <see cref="Take"/> shows it.
/// </remarks>
internal sealed class AttemptPeer
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Pipe _input;
    private readonly Pipe _output;
    private readonly CountingPipeWriter _writer;
    private readonly EngineHost _host;
    private readonly JournalScript _journal;
    private readonly List<WireFrame> _stored;
    private readonly List<string> _unread = [];
    private readonly Dictionary<uint, WireFrame> _proposals = [];

    private AttemptPeer(EngineHost host, JournalScript journal, int outputLimit)
    {
        _host = host;
        _journal = journal;
        _stored = [.. journal.Entries];
        _input = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false));
        _output = new Pipe(new PipeOptions(pauseWriterThreshold: outputLimit, resumeWriterThreshold: outputLimit / 2, useSynchronizationContext: false));
        _writer = new CountingPipeWriter(_output.Writer, Notes);
    }

    /// <summary>Gets what the attempt did with the stream, in order.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Gets the task of the attempt.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>Gets whether the attempt has reset the stream.</summary>
    public bool IsReset { get; private set; }

    /// <summary>Gets the journal as the server would have stored it by now.</summary>
    public JournalScript Stored => _journal with { Entries = [.. _stored] };

    /// <summary>Gets whether the attempt has written a message after which nothing may come.</summary>
    public bool HasTerminalMessage { get; private set; }

    /// <summary>Gets the last message that was read.</summary>
    public string LastMessage { get; private set; } = "";

    private ServiceProtocolVersion Version => _journal.Version;

    private CancellationTokenSource Aborted { get; } = new();

    /// <summary>Starts an attempt. The whole journal is there at once.</summary>
    /// <param name="host">The engine.</param>
    /// <param name="journal">What the server knows.</param>
    /// <param name="isInputClosed">Whether the server ends its side right after it.</param>
    /// <param name="outputLimit">After how many bytes that nobody reads the attempt has to wait.</param>
    public static AttemptPeer Start(EngineHost host, JournalScript journal, bool isInputClosed = false, int outputLimit = 16 * 1024 * 1024)
    {
        var peer = Prepare(host, journal, outputLimit);
        peer.Write(journal.ToFrames());
        if (isInputClosed)
        {
            peer.CloseInput();
        }

        peer.Run();
        return peer;
    }

    /// <summary>Makes a stream on which nothing has been sent yet.</summary>
    public static AttemptPeer Prepare(EngineHost host, JournalScript journal, int outputLimit = 16 * 1024 * 1024)
    {
        return new AttemptPeer(host, journal, outputLimit);
    }

    /// <summary>Hands the stream to the engine.</summary>
    public void Run()
    {
        var handler = _host.Engine.Catalog.Find(_journal.Service, _journal.Handler)!;
        Inline(() => Ended = _host.Engine.RunAsync(handler, new Connection(this)));
    }

    /// <summary>Starts the next attempt of the invocation, with what is stored by now.</summary>
    public AttemptPeer Retry(bool isInputClosed = false) => Start(_host, Stored, isInputClosed);

    public void Send(params WireFrame[] frames)
    {
        foreach (var frame in frames)
        {
            _stored.Add(frame.Type == MessageType.ProposeRunCompletionAck ? _proposals[ProposeRunCompletionAck.Read(frame.Payload).CompletionId] : frame);
        }

        Write(frames);
    }

    public void SendBytes(ReadOnlyMemory<byte> bytes)
    {
        _input.Writer.Write(bytes.Span);
        Flush();
    }

    public void CloseInput() => Inline(() => _input.Writer.Complete());

    /// <summary>Ends the input as a reset of the stream does.</summary>
    public void LoseInput() => Inline(() => _input.Writer.Complete(new IOException("The client reset the request stream.")));

    /// <summary>Fires the token of the stream; the input stays open.</summary>
    public void Abort() => Aborted.Cancel();

    /// <summary>Makes the next write fail, as a defect would.</summary>
    public void BreakOutput() => _writer.IsBroken = true;

    public void StopReading() => _output.Reader.Complete();

    /// <summary>Takes what the attempt has sent since the last time.</summary>
    public string[] Take()
    {
        Assert.DoesNotContain(_host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        while (_output.Reader.TryRead(out var result) && !result.Buffer.IsEmpty)
        {
            Read(result);
        }

        string[] taken = [.. _unread];
        _unread.Clear();
        return taken;
    }

    /// <summary>Waits until the attempt has sent at least one more message, and takes them.</summary>
    public async Task<string[]> NextAsync()
    {
        while (_unread.Count == 0)
        {
            var result = await _output.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            Read(result);
        }

        return Take();
    }

    /// <summary>Waits until the attempt has sent at least one more message, and takes them; none when it has ended.</summary>
    public async Task<string[]> NextOrNoneAsync()
    {
        _ = Ended.ContinueWith(
            static (_, reader) => ((PipeReader)reader!).CancelPendingRead(), _output.Reader, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (_unread.Count == 0)
        {
            var result = await _output.Reader.ReadAsync();
            Read(result);
            if (result.IsCanceled)
            {
                break;
            }
        }

        return Take();
    }

    /// <summary>Waits until the attempt has sent a message, and takes all up to it and what came with it.</summary>
    public async Task<string[]> NextAsync(string message)
    {
        List<string> all = [.. Take()];
        while (!all.Contains(message))
        {
            all.AddRange(await NextAsync());
        }

        return [.. all];
    }

    /// <summary>Reads to the terminal message, ends the request as the server does, and makes sure that nothing follows.</summary>
    /// <returns>What the attempt has sent since the last time.</returns>
    public async Task<string[]> FinishAsync()
    {
        List<string> all = [.. Take()];
        while (!HasTerminalMessage)
        {
            all.AddRange(await NextAsync());
        }

        CloseInput();
        await Ended.WaitAsync(Patience);
        Assert.Empty(Take());
        Assert.False(IsReset, "The attempt reset the stream.");
        return [.. all];
    }

    /// <summary>Waits until the attempt has given the stream up, and makes sure that it sent nothing more.</summary>
    public async Task WasGivenUpAsync()
    {
        await Ended.WaitAsync(Patience);
        Assert.Empty(Take());
        Assert.True(IsReset, "The attempt did not reset the stream.");
    }

    /// <summary>Checks that the next attempt replays everything and has only the end to send: it was sent before, but the server lost it.</summary>
    public async Task ReplaysToAsync(string output)
    {
        Assert.Contains($"OutputCommand value={output}", Stored.Entries.Select(entry => entry.Describe(Stored.Version)));
        Assert.Equal(["End"], await Retry().FinishAsync());
    }

    private void Write(IEnumerable<WireFrame> frames)
    {
        foreach (var frame in frames)
        {
            _input.Writer.Write(frame.ToBytes());
        }

        Flush();
    }

    // Completes when the attempt has read; a test that sends more than fits does so on purpose.
    private void Flush() => Inline(() => _ = _input.Writer.FlushAsync().AsTask());

    // Under the synchronization context of a test the runtime would hand continuations to the thread pool.
    private static void Inline(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void Read(ReadResult result)
    {
        var buffer = result.Buffer;
        while (buffer.Length >= FrameHeader.Size)
        {
            var header = FrameHeader.Read(buffer.Slice(0, FrameHeader.Size).ToArray());
            if (buffer.Length < FrameHeader.Size + header.Length)
            {
                break;
            }

            var frame = new WireFrame(header.Type, buffer.Slice(FrameHeader.Size, header.Length).ToArray());
            buffer = buffer.Slice(FrameHeader.Size + header.Length);
            Receive(frame);
        }

        _output.Reader.AdvanceTo(buffer.Start, buffer.End);
    }

    private void Receive(WireFrame frame)
    {
        Assert.False(HasTerminalMessage, $"After the end of the attempt came {frame.Describe(Version)}.");
        HasTerminalMessage = frame.Type is MessageType.End or MessageType.Suspension or MessageType.Error;
        if (frame.Type.IsCommand)
        {
            _stored.Add(frame);
        }

        if (frame.Type == MessageType.ProposeRunCompletion)
        {
            var proposal = Tests.Protocol.Oracle.ProposeRunCompletionMessage.Parser.ParseFrom(frame.Payload);
            _proposals[proposal.ResultCompletionId] = Completed(proposal);
        }

        LastMessage = frame.Describe(Version);
        _unread.Add(LastMessage);
    }

    private static WireFrame Completed(Tests.Protocol.Oracle.ProposeRunCompletionMessage proposal)
    {
        var completion = new Tests.Protocol.Oracle.RunCompletionNotificationMessage { CompletionId = proposal.ResultCompletionId };
        if (proposal.Failure is { } failure)
        {
            completion.Failure = failure;
        }
        else
        {
            completion.Value = new Tests.Protocol.Oracle.Value { Content = proposal.Value };
        }

        return WireFrame.Of(MessageType.RunCompletion, completion);
    }

    private sealed class Connection(AttemptPeer peer) : AttemptConnection(
        peer.Version,
        new CountingPipeReader(peer._input.Reader, peer.Notes),
        peer._writer)
    {
        public override CancellationToken Aborted => peer.Aborted.Token;

        public override string? TraceParent => peer._journal.TraceParent;

        public override void Reset() => peer.IsReset = true;
    }
}
