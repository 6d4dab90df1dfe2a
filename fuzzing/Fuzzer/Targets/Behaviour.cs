namespace Restate.Actors.Fuzzing.Targets;

/// <summary>What the product did with an input.</summary>
/// <param name="Signature">Its shape without values: inputs with a shape that was not seen before are worth more mutations.</param>
/// <param name="Units">How many units the input had.</param>
/// <param name="Error">The defined error that it ended with, without values; <see langword="null"/> for none.</param>
internal readonly record struct Behaviour(string Signature, int Units, string? Error = null);
