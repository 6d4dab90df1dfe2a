using Restate.Actors;

namespace Approval;

/// <summary>Expenses: small ones are approved at once, others by a person.</summary>
[Actor("Expenses")]
public interface IExpenses : IDurableService
{
    /// <summary>Waits for the decision: of the manager, or of the director if the manager does not answer within three days.</summary>
    Task<Decision> Submit(Expense expense, CancellationToken cancellationToken = default);
}
