using System.Buffers;
using System.Text;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Runs a scripted handler on the journal machine: bytes in, frames out, on the caller's thread.</summary>
internal sealed class AttemptDriver
{
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly FrameReader _reader = new(int.MaxValue);
    private readonly TestHandler _handler;
    private readonly int _attempt;
    private readonly Queue<uint> _slowRuns = new();
    private HandlerContext? _context;
    private Task _invocation = Task.CompletedTask;

    public AttemptDriver(ServiceProtocolVersion version, TestHandler handler, int attempt = 1)
    {
        Machine = new JournalMachine(version, _output);
        _handler = handler;
        _attempt = attempt;
    }

    public JournalMachine Machine { get; }

    public void Feed(ReadOnlyMemory<byte> bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        try
        {
            while (_reader.TryRead(ref buffer, out var frame))
            {
                Machine.Receive(frame);
            }
        }
        catch (JournalException)
        {
            // Its error message is written.
        }
        catch (ProtocolException error)
        {
            Machine.Fail(error.Code, error.Message, stackTrace: "");
        }

        Pump();
    }

    public void FeedByteWise(ReadOnlyMemory<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            Feed(bytes.Slice(i, 1));
        }
    }

    public void CloseInput()
    {
        try
        {
            Machine.CloseInput();
        }
        catch (JournalException)
        {
            // Its error message is written.
        }

        Pump();
    }

    /// <summary>Takes what was written since the last time.</summary>
    public List<TestFrame> TakeFrames()
    {
        var frames = TestFrame.Split(_output.WrittenSpan);
        _output.ResetWrittenCount();
        return frames;
    }

    private void Pump()
    {
        // Continuations run inline only where no context is current.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            PumpInline();
        }
        catch (JournalException)
        {
            Assert.True(Machine.IsClosed);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void PumpInline()
    {
        if (_context is null)
        {
            if (!Machine.IsReadyToRun)
            {
                return;
            }

            _context = new HandlerContext(Machine, Encoding.UTF8.GetString(Machine.TakeInput().Value.Span), _attempt);
            _invocation = InvokeAsync(_context);
        }

        while (!Machine.IsClosed && _context.Awaited is { } awaited && Advance(_context, awaited))
        {
        }

        Assert.False(_invocation.IsFaulted, _invocation.Exception?.ToString());
    }

    private bool Advance(HandlerContext context, DurableFuture awaited)
    {
        var progress = Machine.Next(new AwaitTree(awaited.Node));
        switch (progress.Kind)
        {
            case ProgressKind.Decided:
                if (awaited.Settle() is not null)
                {
                    context.Resume();
                }

                return true;
            case ProgressKind.Cancelled:
                awaited.Fail(new TerminalException("Cancelled", ErrorCodes.Cancelled));
                context.Resume();
                return true;
            case ProgressKind.ExecuteRun:
                Execute(context, progress.RunCompletionId);
                return true;
            case ProgressKind.WaitForRun:
            case ProgressKind.WaitForInput:
                return FinishSlowRun(context, progress.Kind);
            default:
                return false;
        }
    }

    private void Execute(HandlerContext context, uint completionId)
    {
        var run = context.RunOf(completionId);
        if (run.IsSlow)
        {
            _slowRuns.Enqueue(completionId);
        }
        else
        {
            run.Finish(Machine, completionId);
        }
    }

    private bool FinishSlowRun(HandlerContext context, ProgressKind kind)
    {
        if (!_slowRuns.TryDequeue(out var completionId))
        {
            Assert.Equal(ProgressKind.WaitForInput, kind);
            return false;
        }

        context.RunOf(completionId).Finish(Machine, completionId);
        return true;
    }

    private async Task InvokeAsync(HandlerContext context)
    {
        try
        {
            try
            {
                var output = await _handler(context);
                Machine.Complete(CommandResult.Success(Encoding.UTF8.GetBytes(output)));
            }
            catch (TerminalException error)
            {
                Machine.Complete(CommandResult.Failed(new Failure(error.Code, error.Message) { Metadata = [.. error.Metadata] }));
            }
        }
        catch (Exception error) when (error is JournalException or AttemptClosedException)
        {
            Assert.True(Machine.IsClosed);
        }
        catch (RetryableException error)
        {
            Machine.Fail(error.Code, error.Message, error.StackTrace ?? "", error.RetryAfter);
        }
    }
}
