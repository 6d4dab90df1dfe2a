using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>Knows what a server answers to each command, and what its journal holds then.</summary>
internal sealed class HonestServer(ServiceProtocolVersion version)
{
    private readonly List<(RawFrame Sent, RawFrame Stored)> _due = [];
    private readonly List<RawFrame> _journal = [];

    /// <summary>Gets the commands and notifications after the input, in stored order.</summary>
    public IReadOnlyList<RawFrame> Journal => _journal;

    public int DueCount => _due.Count;

    /// <summary>Stores what an attempt has sent, and prepares the answers.</summary>
    public void Receive(RawFrame frame)
    {
        if (frame.MessageType.IsCommand)
        {
            _journal.Add(frame);
        }

        _due.AddRange(AnswersTo(frame).Select(answer => (answer, answer)));
        if (frame.MessageType == MessageType.ProposeRunCompletion)
        {
            var stored = StoredResultOf(frame, out var id);
            _due.Add((version >= ServiceProtocolVersion.V7 ? ServerFrames.RunAck(id) : stored, stored));
        }
    }

    /// <summary>Takes one of the answers, and stores it.</summary>
    public RawFrame Answer(int index)
    {
        var (sent, stored) = _due[index % _due.Count];
        _due.RemoveAt(index % _due.Count);
        _journal.Add(stored);
        return sent;
    }

    /// <summary>Stores a signal.</summary>
    public RawFrame Store(RawFrame signal)
    {
        _journal.Add(signal);
        return signal;
    }

    private static IEnumerable<RawFrame> AnswersTo(RawFrame frame)
    {
        switch (frame.MessageType)
        {
            case MessageType.GetLazyStateCommand:
                return [ServerFrames.Void(MessageType.GetLazyStateCompletion, GetLazyStateCommand.Read(frame.Payload).CompletionId)];
            case MessageType.GetLazyStateKeysCommand:
                return [ServerFrames.StateKeys(GetLazyStateKeysCommand.Read(frame.Payload).CompletionId, "0", "1")];
            case MessageType.SleepCommand:
                return [ServerFrames.Void(MessageType.SleepCompletion, SleepCommand.Read(frame.Payload).CompletionId)];
            case MessageType.GetPromiseCommand:
                return [ServerFrames.Value(MessageType.GetPromiseCompletion, GetPromiseCommand.Read(frame.Payload).CompletionId, "\"kept\"")];
            case MessageType.PeekPromiseCommand:
                return [ServerFrames.Void(MessageType.PeekPromiseCompletion, PeekPromiseCommand.Read(frame.Payload).CompletionId)];
            case MessageType.CompletePromiseCommand:
                return [ServerFrames.Void(MessageType.CompletePromiseCompletion, CompletePromiseCommand.Read(frame.Payload).CompletionId)];
            case MessageType.OneWayCallCommand:
                return [ServerFrames.InvocationIdOf(OneWayCallCommand.Read(frame.Payload).InvocationIdCompletionId)];
            case MessageType.CallCommand:
                var call = CallCommand.Read(frame.Payload);
                return [ServerFrames.InvocationIdOf(call.InvocationIdCompletionId), ServerFrames.Value(MessageType.CallCompletion, call.ResultCompletionId, "\"answer\"")];
            case MessageType.AttachInvocationCommand:
                return [ServerFrames.Failed(MessageType.AttachInvocationCompletion, AttachInvocationCommand.Read(frame.Payload).CompletionId, 404)];
            case MessageType.GetInvocationOutputCommand:
                return [ServerFrames.Void(MessageType.GetInvocationOutputCompletion, GetInvocationOutputCommand.Read(frame.Payload).CompletionId)];
            default:
                return [];
        }
    }

    private static RawFrame StoredResultOf(RawFrame proposal, out uint id)
    {
        var reader = new ProtobufReader(proposal.Payload);
        reader.TryReadTag(out _);
        id = reader.ReadUInt32();
        reader.TryReadTag(out var tag);
        return tag >> 3 == 14
            ? ServerFrames.Value(MessageType.RunCompletion, id, reader.ReadBytes().Span)
            : ServerFrames.Failed(MessageType.RunCompletion, id, 400);
    }
}
