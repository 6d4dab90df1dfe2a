namespace Restate.Actors.Testing.Internal.Time;

/// <summary>Something that is due at a virtual time.</summary>
/// <param name="Due">When.</param>
/// <param name="Sequence">Its place among those that are due at the same time.</param>
/// <param name="Fire">What is done then.</param>
/// <param name="Purpose">What it is for, in words.</param>
/// <param name="InvocationId">The invocation it belongs to.</param>
internal sealed record TimerEntry(DateTimeOffset Due, long Sequence, Action Fire, string Purpose, string? InvocationId);
