namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Times as they stand in messages.</summary>
internal static class WireTime
{
    private static readonly ulong Latest = (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads milliseconds since the Unix epoch. A sleep may last longer than the calendar does; it then ends with it.</summary>
    public static DateTimeOffset Of(ulong milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Min(milliseconds, Latest));
}
