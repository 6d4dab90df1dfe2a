using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>The errors with which an attempt may end. Any other one is a defect.</summary>
internal static class DefinedErrors
{
    private static readonly int[] Codes = [ErrorCodes.Internal, ErrorCodes.JournalMismatch, ErrorCodes.ProtocolViolation, ErrorCodes.UnsupportedFeature];

    private static readonly string[] Beginnings =
    [
        "[RSTA0570]",
        "[RSTA0571]",
        "A received message is not valid protobuf: ",
        "A received message has the unknown type ",
        "A received notification lacks an id.",
        "The received ",
        "The start message announces no journal entry",
        "The journal of this invocation has more than ",
    ];

    /// <summary>Reads an error message.</summary>
    /// <returns>The error without values.</returns>
    /// <exception cref="DefectException">It is none of those that are defined.</exception>
    public static string Check(ReadOnlyMemory<byte> payload)
    {
        var (code, message) = Read(payload);
        if (!Codes.Contains(code) || !Beginnings.Any(beginning => message.StartsWith(beginning, StringComparison.Ordinal)))
        {
            throw new DefectException($"An attempt ended with an error that is not defined: {code} {message}");
        }

        return $"{code} {Shapes.Of(message)}";
    }

    private static (int Code, string Message) Read(ReadOnlyMemory<byte> payload)
    {
        var code = 0;
        var message = "";
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
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return (code, message);
    }
}
