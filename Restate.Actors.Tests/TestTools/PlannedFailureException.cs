namespace Restate.Actors.Tests.TestTools;

/// <summary>A failure that a test wants; it is retried.</summary>
public sealed class PlannedFailureException() : Exception("planned failure");
