namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <param name="Ticks">After how many ticks the alarm is switched off.</param>
/// <param name="PeriodMilliseconds">The time between ticks, and to the first.</param>
public sealed record AlarmOrder(int Ticks, int PeriodMilliseconds);
