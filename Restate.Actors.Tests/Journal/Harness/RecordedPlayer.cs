using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Plays the server's side of a recorded stream and compares our side with what the recorded endpoint wrote.</summary>
/// <remarks>Not compared: hints, clock values, error texts, and the flags and numbers that only a scripted endpoint chooses.</remarks>
internal sealed class RecordedPlayer(AttemptDriver driver, bool byteWise)
{
    private static readonly string[] Varying = ["wake_up_time", "invoke_time", "message", "stacktrace"];

    private readonly List<byte> _chunk = [];
    private readonly Queue<TestFrame> _written = new();

    public void Play(RecordedStream stream)
    {
        foreach (var step in stream.Events)
        {
            if (step is { IsFromServer: true, Event: null })
            {
                Collect(step.Frame);
            }
            else if (step.IsFromServer)
            {
                Deliver();
                End(step);
            }
            else
            {
                Deliver();
                Expect(step);
            }
        }

        Assert.Empty(_written);
    }

    private void Collect(TestFrame frame)
    {
        // The server acknowledges a command when the endpoint asks for it; we never do.
        if (frame.Type != MessageType.CommandAck)
        {
            _chunk.AddRange(ScriptedEndpoint.Renumber(frame).ToBytes());
        }
    }

    private void Deliver()
    {
        byte[] bytes = [.. _chunk];
        _chunk.Clear();
        if (byteWise)
        {
            driver.FeedByteWise(bytes);
        }
        else if (bytes.Length > 0)
        {
            driver.Feed(bytes);
        }

        TakeWritten();
    }

    private void End(VectorStep step)
    {
        if (step.Event == "RST_STREAM")
        {
            driver.Machine.Abort();
        }
        else
        {
            driver.CloseInput();
        }

        TakeWritten();
    }

    private void Expect(VectorStep step)
    {
        if (step.Event is not null)
        {
            Assert.True(driver.Machine.IsClosed, "The attempt must have ended.");
            Assert.Empty(_written);
        }
        else if (step.Type != MessageType.AwaitingOn)
        {
            Assert.True(_written.TryDequeue(out var frame), $"Nothing was written; expected {step.Frame}.");
            Compare(step, frame);
        }
    }

    private static void Compare(VectorStep step, TestFrame frame)
    {
        if (step.Type is MessageType.SleepCommand or MessageType.OneWayCallCommand or MessageType.Error)
        {
            step.AssertFields(frame, Varying);
            return;
        }

        var recorded = ScriptedEndpoint.Renumber(step.Frame);
        Assert.Equal((recorded.Type, Convert.ToHexStringLower(recorded.Payload)), (frame.Type, Convert.ToHexStringLower(frame.Payload)));
        Assert.True(recorded.Flags == frame.Flags || ScriptedEndpoint.IsAckWish(recorded, frame), $"recorded {recorded}, got {frame}");
    }

    private void TakeWritten()
    {
        foreach (var frame in driver.TakeFrames().Where(frame => frame.Type != MessageType.AwaitingOn))
        {
            _written.Enqueue(frame);
        }
    }
}
