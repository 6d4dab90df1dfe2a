namespace Restate.Actors.Internal.Protocol;

/// <summary>The media types that carry the protocol version of an attempt.</summary>
internal static class ProtocolContentType
{
    private const string V5 = "application/vnd.restate.invocation.v5";
    private const string V6 = "application/vnd.restate.invocation.v6";
    private const string V7 = "application/vnd.restate.invocation.v7";

    /// <summary>Finds the version of a request.</summary>
    /// <remarks>The match is exact: the server sends no parameters and refuses an answer that has some.</remarks>
    public static bool TryParse(string? contentType, out ServiceProtocolVersion version)
    {
        switch (contentType)
        {
            case V5:
                version = ServiceProtocolVersion.V5;
                return true;
            case V6:
                version = ServiceProtocolVersion.V6;
                return true;
            case V7:
                version = ServiceProtocolVersion.V7;
                return true;
            default:
                version = default;
                return false;
        }
    }

    public static string For(ServiceProtocolVersion version) => version switch
    {
        ServiceProtocolVersion.V5 => V5,
        ServiceProtocolVersion.V6 => V6,
        ServiceProtocolVersion.V7 => V7,
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, message: null),
    };
}
