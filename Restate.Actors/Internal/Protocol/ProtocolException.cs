namespace Restate.Actors.Internal.Protocol;

/// <summary>Ends the attempt with an error message; the server retries it.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">What is wrong; never with payload, state or header values in it.</param>
internal sealed class ProtocolException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    internal static ProtocolException Malformed(string what) =>
        new(ErrorCodes.Internal, $"A received message is not valid protobuf: {what}.");

    internal static ProtocolException Missing(MessageType type, string what) =>
        new(ErrorCodes.Internal, $"The received {type} message lacks {what}.");

    internal static ProtocolException Unsupported(string feature, ServiceProtocolVersion needed, ServiceProtocolVersion actual) =>
        new(ErrorCodes.UnsupportedFeature, $"{feature} needs service protocol {needed}; this invocation uses {actual}.");
}
