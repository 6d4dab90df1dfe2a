using Restate.Actors.Fuzzing.Targets;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>Holds what an attempt sends to the rules of the protocol.</summary>
internal sealed class AnswerCheck(ServiceProtocolVersion version)
{
    private readonly List<RawFrame> _frames = [];
    private byte[] _rest = [];

    /// <summary>Gets what was sent.</summary>
    public IReadOnlyList<RawFrame> Frames => _frames;

    /// <summary>Gets the message after which nothing may come.</summary>
    public RawFrame? Terminal { get; private set; }

    /// <summary>Gets the error that ended the attempt, without values.</summary>
    public string? Error { get; private set; }

    /// <summary>Takes bytes.</summary>
    /// <returns>The whole frames among them.</returns>
    /// <exception cref="DefectException">They break a rule.</exception>
    public IReadOnlyList<RawFrame> Take(byte[] bytes)
    {
        _rest = [.. _rest, .. bytes];
        var first = _frames.Count;
        while (_rest.Length >= FrameHeader.Size)
        {
            var length = FrameHeader.Read(_rest).Length;
            if (_rest.Length < FrameHeader.Size + length)
            {
                break;
            }

            Check(RawFrame.Split(_rest.AsSpan(0, FrameHeader.Size + (int)length))[0]);
            _rest = _rest[(FrameHeader.Size + (int)length)..];
        }

        return _frames[first..];
    }

    /// <summary>Looks at the end of the answer.</summary>
    /// <param name="isReset">Whether the attempt has broken the stream off.</param>
    public void End(bool isReset)
    {
        if (isReset)
        {
            return;
        }

        if (_rest.Length > 0)
        {
            throw new DefectException("The answer ends inside a frame.");
        }

        if (Terminal is null)
        {
            throw new DefectException("The answer ends without a terminal message.");
        }
    }

    private void Check(RawFrame frame)
    {
        if (Terminal is not null)
        {
            throw new DefectException($"{frame.MessageType} came after the terminal {Terminal.MessageType}.");
        }

        if (!frame.MessageType.IsKnown)
        {
            throw new DefectException($"A message of the unknown type 0x{frame.Type:X4} was sent.");
        }

        switch (frame.MessageType)
        {
            case MessageType.End:
                CheckEnd();
                Terminal = frame;
                break;
            case MessageType.Suspension:
                if (frame.Payload.Length == 0)
                {
                    throw new DefectException("A suspension waits for nothing.");
                }

                Terminal = frame;
                break;
            case MessageType.Error:
                Terminal = frame;
                Error = DefinedErrors.Check(frame.Payload);
                break;
            case MessageType.AwaitingOn when version < ServiceProtocolVersion.V7:
                throw new DefectException($"AwaitingOn was sent to a server of version {version}.");
            case MessageType.ProposeRunCompletion or MessageType.AwaitingOn:
                break;
            default:
                if (!frame.MessageType.IsCommand || frame.MessageType == MessageType.InputCommand)
                {
                    throw new DefectException($"{frame.MessageType} was sent, which only a server sends.");
                }

                CommandCodec.RoundTrip(frame.MessageType, frame.Payload, version);
                break;
        }

        _frames.Add(frame);
    }

    // A replayed output is not sent again.
    private void CheckEnd()
    {
        if (_frames.Count > 0 && _frames[^1].MessageType is not (MessageType.OutputCommand or MessageType.AwaitingOn))
        {
            throw new DefectException($"End follows {_frames[^1].MessageType} instead of the output.");
        }
    }
}
