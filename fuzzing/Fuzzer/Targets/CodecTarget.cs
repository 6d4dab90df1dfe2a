using System.Buffers;
using System.Text;
using Restate.Actors.Fuzzing.Mutation;
using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Bytes into the frame reader, its frames into the codec, what was read out again.</summary>
/// <remarks>The first byte is the version, the second the length of the pieces in which the bytes arrive.</remarks>
internal sealed class CodecTarget : IFuzzTarget
{
    private const int Head = 2;
    private const int MaxPayload = 64 * 1024 * 1024;

    public string Name => "codec";

    public string Unit => "frames";

    public IReadOnlyList<byte[]> Seeds { get; } =
        [.. RecordedFrames.OfServer().Concat(RecordedFrames.OfEndpoint()).Select((bytes, index) => (byte[])[(byte)index, (byte)(index % 7 == 0 ? 1 : 0), .. bytes])];

    public IMutator Mutator { get; } = new FrameMutator(Head, maxLength: 4096);

    // What a length field says is trusted up to 64 KiB.
    public AllocationLimit Limit { get; } = new(Base: 256 * 1024, PerByte: 600);

    public ValueTask<Behaviour> RunAsync(byte[] input)
    {
        var version = (ServiceProtocolVersion)(5 + (input.ElementAtOrDefault(0) % 3));
        var piece = input.ElementAtOrDefault(1) is 0 ? int.MaxValue : input[1];
        var reader = new FrameReader(MaxPayload);
        var signature = new StringBuilder();
        string? error = null;
        var frames = 0;
        try
        {
            for (var at = Math.Min(Head, input.Length); at < input.Length;)
            {
                var count = Math.Min(piece, input.Length - at);
                var buffer = new ReadOnlySequence<byte>(input, at, count);
                at += count;
                while (reader.TryRead(ref buffer, out var frame))
                {
                    frames++;
                    Append(signature, frame, Read(frame, version));
                }

                if (!buffer.IsEmpty)
                {
                    throw new DefectException("The frame reader left bytes behind although it wants more.");
                }
            }
        }
        catch (ProtocolException refused)
        {
            error = Shapes.Of(refused.Message);
            frames++;
        }

        signature.Append(reader.IsInsideFrame).Append(error);
        return ValueTask.FromResult(new Behaviour(signature.ToString(), frames, error));
    }

    private static void Append(StringBuilder signature, Frame frame, string? error)
    {
        // The last two say enough.
        if (frame.Type.IsCommand)
        {
            signature.Clear();
        }

        signature.Append((ushort)frame.Type).Append(error).Append(';');
    }

    // One that cannot be read does not keep the next one from being read: here all of them count.
    private static string? Read(Frame frame, ServiceProtocolVersion version)
    {
        try
        {
            Decode(frame, version);
            return null;
        }
        catch (ProtocolException error)
        {
            return Shapes.Of(error.Message);
        }
    }

    private static void Decode(Frame frame, ServiceProtocolVersion version)
    {
        switch (frame.Type)
        {
            case MessageType.Start:
                StartMessage.Read(frame.Payload);
                break;
            case MessageType.CommandAck:
                CommandAck.Read(frame.Payload);
                break;
            case MessageType.ProposeRunCompletionAck:
                ProposeRunCompletionAck.Read(frame.Payload);
                break;
            case MessageType.InputCommand:
                InputCommand.Read(frame.Payload);
                break;
            case var notification when notification.IsNotification:
                var id = Notification.ReadId(frame.Payload);
                var read = Notification.Read(notification, frame.Payload);
                if (id.Kind == read.Id.Kind && id.Text is null && notification != MessageType.SignalNotification && read.Id.Kind != NotificationIdKind.Completion)
                {
                    throw new DefectException($"{notification} has the id {read.Id}.");
                }

                break;
            default:
                CommandCodec.RoundTrip(frame.Type, frame.Payload, version);
                break;
        }
    }
}
