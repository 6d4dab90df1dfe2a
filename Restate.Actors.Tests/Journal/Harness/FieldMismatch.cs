namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>A recorded command that differs in one field, and the line that says so.</summary>
internal sealed record FieldMismatch(TestFrame Recorded, string Difference);
