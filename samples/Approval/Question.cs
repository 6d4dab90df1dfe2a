namespace Approval;

/// <summary>An expense that waits for an answer.</summary>
/// <param name="Id">The id of the awakeable. Who knows it can answer.</param>
/// <param name="Expense">What it is about.</param>
public sealed record Question(string Id, Expense Expense);
