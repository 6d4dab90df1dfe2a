using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>Why an attempt has failed.</summary>
internal sealed record AttemptError(int Code, string Message)
{
    public string StackTrace { get; init; } = "";

    /// <summary>Gets the wait until the next attempt that the endpoint asks for.</summary>
    public TimeSpan? NextRetryDelay { get; init; }

    /// <summary>Gets the message and the stack trace, as the server shows them.</summary>
    public string Text => StackTrace.Length == 0 ? Message : $"{Message}\n{StackTrace}";

    public static AttemptError Read(ReadOnlyMemory<byte> payload)
    {
        var (code, message, stackTrace) = (0, "", "");
        TimeSpan? delay = null;
        var reader = new ProtobufReader(payload);
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    code = (int)reader.ReadUInt32();
                    break;
                case (2 << 3) | WireType.Length:
                    message = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    stackTrace = reader.ReadString();
                    break;
                case (8 << 3) | WireType.Varint:
                    delay = TimeSpan.FromMilliseconds(reader.ReadUInt64());
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new AttemptError(code, message) { StackTrace = stackTrace, NextRetryDelay = delay };
    }
}
