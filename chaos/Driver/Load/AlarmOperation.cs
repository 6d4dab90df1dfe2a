namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>A reminder that ticks some times and is then removed; the answer is how often it has ticked.</summary>
internal sealed record AlarmOperation(string Id, int Ticks, int PeriodMilliseconds) : Operation(Id);
