namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>One tick that an alarm has handled.</summary>
/// <param name="Scheduled">When it was due, in milliseconds since the Unix epoch.</param>
/// <param name="Missed">How many ticks before it were left out.</param>
public sealed record AlarmTick(long Scheduled, int Missed);
