namespace Approval;

public sealed record Expense(string Employee, string What, decimal Amount);
