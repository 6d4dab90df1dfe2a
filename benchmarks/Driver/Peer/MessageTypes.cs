namespace Restate.Actors.Benchmarks.Driver.Peer;

/// <summary>The messages that the scenarios meet.</summary>
internal static class MessageTypes
{
    public const ushort Start = 0x0000;
    public const ushort End = 0x0003;
    public const ushort ProposeRun = 0x0005;
    public const ushort Input = 0x0400;
    public const ushort Output = 0x0401;
    public const ushort SetState = 0x0403;
    public const ushort GetEagerState = 0x0407;
    public const ushort Sleep = 0x040C;
    public const ushort Call = 0x040D;
    public const ushort Run = 0x0411;
    public const ushort SleepCompletion = 0x800C;
    public const ushort CallCompletion = 0x800D;
    public const ushort CallInvocationId = 0x800E;
    public const ushort RunCompletion = 0x8011;
}
