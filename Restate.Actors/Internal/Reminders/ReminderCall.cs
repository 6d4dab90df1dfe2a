namespace Restate.Actors.Internal.Reminders;

/// <summary>The input of a tick.</summary>
/// <param name="Name">The name of the reminder.</param>
/// <param name="Generation">Which registration the tick belongs to; ticks of others are ignored.</param>
/// <param name="Scheduled">When it is due, in milliseconds since the Unix epoch.</param>
internal sealed record ReminderCall(string Name, string Generation, long Scheduled);
