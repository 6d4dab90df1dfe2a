using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Plays the server of a conformance case and checks each frame of ours.</summary>
internal sealed class ConformancePlayer(AttemptDriver driver, bool byteWise)
{
    private readonly List<byte> _chunk = [];
    private readonly Queue<TestFrame> _written = new();

    public void Play(ConformanceCase vector)
    {
        foreach (var step in vector.Steps)
        {
            if (step is { IsFromServer: true, Event: null })
            {
                _chunk.AddRange(step.Frame.ToBytes());
                continue;
            }

            Deliver();
            if (step.IsFromServer)
            {
                Assert.Equal("END_STREAM", step.Event);
                driver.CloseInput();
            }
            else if (!step.IsPause)
            {
                Expect(step);
            }
        }

        Assert.Empty(_written);
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
    }

    private void Expect(VectorStep step)
    {
        foreach (var frame in driver.TakeFrames())
        {
            _written.Enqueue(frame);
        }

        if (step.Event is not null)
        {
            Assert.Equal("END_STREAM", step.Event);
            Assert.True(driver.Machine.IsClosed, "The attempt must have ended.");
            Assert.Empty(_written);
        }
        else if (step.IsOptional)
        {
            Assert.Equal(MessageType.AwaitingOn, step.Type);
            while (_written.TryPeek(out var hint) && hint.Hex == step.Hex)
            {
                _written.Dequeue();
            }
        }
        else
        {
            Assert.True(_written.TryDequeue(out var frame), $"Nothing was written; expected {step.Type}.");
            step.AssertMatches(frame);
        }
    }
}
