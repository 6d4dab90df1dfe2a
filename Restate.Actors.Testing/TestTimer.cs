namespace Restate.Actors.Testing;

/// <summary>A timer that has not fired.</summary>
/// <param name="Due">When it fires, in virtual time.</param>
/// <param name="Purpose">What it is for, in words: a sleep with its name and handler, a delayed start, a retry.</param>
/// <param name="InvocationId">The invocation it belongs to; <see langword="null"/> for a timer of other code under test.</param>
public sealed record TestTimer(DateTimeOffset Due, string Purpose, string? InvocationId);
