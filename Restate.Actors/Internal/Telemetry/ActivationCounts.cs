namespace Restate.Actors.Internal.Telemetry;

/// <summary>How many activations an engine holds.</summary>
/// <param name="Active">In use by an attempt.</param>
/// <param name="Warm">Kept after their last use.</param>
/// <param name="Blocked">Those whose last exclusive attempt failed and is to be retried.</param>
internal readonly record struct ActivationCounts(int Active, int Warm, int Blocked);
