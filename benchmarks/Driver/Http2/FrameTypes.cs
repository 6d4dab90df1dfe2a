namespace Restate.Actors.Benchmarks.Driver.Http2;

/// <summary>Frame types and flags of HTTP/2 (RFC 9113, section 6).</summary>
internal static class FrameTypes
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;

    public const byte EndStream = 1;
    public const byte Ack = 1;
    public const byte EndHeaders = 4;
}
