namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>What invocations that wait hold, in bytes.</summary>
/// <param name="Managed">Managed memory of each.</param>
/// <param name="Resident">Memory of the machine for each.</param>
/// <param name="Left">Managed memory that is left when all have ended.</param>
internal readonly record struct Held(double Managed, double Resident, double Left);
