using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>Terminal errors as exceptions and on the wire.</summary>
internal static class TerminalErrors
{
    public static Exception ToException(Failure failure)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in failure.Metadata)
        {
            metadata[key] = value;
        }

        var error = TerminalException.Received(failure.Code, failure.Message, metadata);
        return Invocation.Current?.Settings.Errors.Restore(error) ?? error;
    }

    /// <summary>Turns an exception into a failure.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="version">Below 6 the protocol has no metadata; there it is left out, since a refusal would repeat for ever.</param>
    public static Failure ToFailure(TerminalException error, ServiceProtocolVersion version)
    {
        return error.Metadata.Count == 0 || version < ServiceProtocolVersion.V6
            ? new Failure(error.Code, error.Message)
            : new Failure(error.Code, error.Message) { Metadata = [.. error.Metadata] };
    }
}
