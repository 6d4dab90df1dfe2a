using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>Stores what an attempt writes and answers in an order drawn from a seed.</summary>
internal sealed class JournalServer
{
    private readonly ServiceProtocolVersion _version;
    private readonly Random _random;
    private readonly List<TestFrame> _answers = [];

    public JournalServer(ServiceProtocolVersion version, int seed, int cancels)
    {
        _version = version;
        _random = new Random(~seed);
        for (var number = 0; number < 20; number++)
        {
            _answers.Add(Frames.Signal(17 + (uint)number, Json.Of(number)));
            _answers.Add(Frames.NamedSignal(RandomProgram.SignalName(number), Json.Of(number)));
        }

        _answers.AddRange(Enumerable.Repeat(Frames.Cancel(), cancels));
    }

    /// <summary>Gets the journal after the input, in stored order.</summary>
    public List<TestFrame> Journal { get; } = [];

    public void RunToTheEnd(AttemptDriver driver)
    {
        driver.Feed(Frames.Start(1, isPartial: true).ToBytes());
        driver.Feed(Frames.Input().ToBytes());
        Store(driver.TakeFrames());
        while (!driver.Machine.IsClosed)
        {
            Assert.NotEmpty(_answers);
            Answer(driver);
            Store(driver.TakeFrames());
        }
    }

    private void Answer(AttemptDriver driver)
    {
        var index = _random.Next(_answers.Count);
        var answer = _answers[index];
        _answers.RemoveAt(index);
        Journal.Add(answer);

        // Version 7 acknowledges a run where the journal holds its result.
        var isAcknowledged = _version >= ServiceProtocolVersion.V7 && answer.Type == MessageType.RunCompletion;
        driver.Feed((isAcknowledged ? Frames.RunAck(Notification.ReadId(answer.Payload).Number) : answer).ToBytes());
    }

    private void Store(List<TestFrame> frames)
    {
        foreach (var frame in frames)
        {
            if (frame.Type.IsCommand)
            {
                Journal.Add(frame);
            }

            _answers.AddRange(AnswersTo(frame));
        }
    }

    private IEnumerable<TestFrame> AnswersTo(TestFrame frame)
    {
        switch (frame.Type)
        {
            case MessageType.GetLazyStateCommand:
                return [Frames.Completion(MessageType.GetLazyStateCompletion, GetLazyStateCommand.Read(frame.Payload).CompletionId)];
            case MessageType.GetLazyStateKeysCommand:
                return [Frames.StateKeysCompletion(GetLazyStateKeysCommand.Read(frame.Payload).CompletionId, "a", "b")];
            case MessageType.SleepCommand:
                return [Frames.Completion(MessageType.SleepCompletion, SleepCommand.Read(frame.Payload).CompletionId)];
            case MessageType.GetPromiseCommand:
                return [Frames.Completion(MessageType.GetPromiseCompletion, GetPromiseCommand.Read(frame.Payload).CompletionId, "1")];
            case MessageType.OneWayCallCommand:
                return [Frames.InvocationIdCompletion(OneWayCallCommand.Read(frame.Payload).InvocationIdCompletionId, "inv_1sent")];
            case MessageType.CallCommand:
                var call = CallCommand.Read(frame.Payload);
                var failed = Frames.FailedCompletion(MessageType.CallCompletion, call.ResultCompletionId, 404, "no");
                var result = _random.Next(3) == 0 ? failed : Frames.Completion(MessageType.CallCompletion, call.ResultCompletionId, "2");
                return [Frames.InvocationIdCompletion(call.InvocationIdCompletionId, "inv_1child"), result];
            case MessageType.ProposeRunCompletion:
                return [StoredResultOf(frame)];
            default:
                return [];
        }
    }

    private static TestFrame StoredResultOf(TestFrame proposal)
    {
        var reader = new ProtobufReader(proposal.Payload);
        Assert.True(reader.TryReadTag(out _));
        var id = reader.ReadUInt32();
        Assert.True(reader.TryReadTag(out var tag));
        return tag >> 3 == 14
            ? Frames.Completion(MessageType.RunCompletion, id, System.Text.Encoding.UTF8.GetString(reader.ReadBytes().Span))
            : Frames.FailedCompletion(MessageType.RunCompletion, id, 400, "no");
    }
}
