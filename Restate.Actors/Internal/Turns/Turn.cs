namespace Restate.Actors.Internal.Turns;

/// <summary>A waiting piece of user code: a posted callback with its state, or a <see cref="Task"/> of the turn task scheduler.</summary>
/// <param name="Work">A <see cref="SendOrPostCallback"/>, or a <see cref="Task"/>.</param>
/// <param name="State">The argument of the callback.</param>
internal readonly record struct Turn(object Work, object? State);
