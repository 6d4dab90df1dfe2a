namespace Restate.Actors.Internal.Protocol;

/// <summary>Codes of failures and of attempt errors.</summary>
internal static class ErrorCodes
{
    public const int BadRequest = 400;
    public const int NotFound = 404;
    public const int Timeout = 408;

    /// <summary>In a failure: the invocation was cancelled. The server books an output failure with this code as cancelled.</summary>
    public const int Cancelled = 409;

    public const int UnsupportedMediaType = 415;
    public const int Internal = 500;

    /// <summary>A call would wait for itself.</summary>
    public const int LoopDetected = 508;

    /// <summary>The replayed journal does not fit what the handler does.</summary>
    public const int JournalMismatch = 570;

    /// <summary>A message that is not allowed at this moment.</summary>
    public const int ProtocolViolation = 571;

    /// <summary>The feature needs a newer protocol version than the invocation's.</summary>
    public const int UnsupportedFeature = 573;

    /// <summary>Brings a code into the 16 bits the server keeps; it reads all others as 500, so we do the same on our side.</summary>
    public static int Normalize(int code) => (uint)code <= ushort.MaxValue ? code : Internal;
}
