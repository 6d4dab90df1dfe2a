using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>The balances that a caller was told are those which the accounts had then.</summary>
internal static class ReceiptCheck
{
    public static IEnumerable<string> Check(IEnumerable<Operation> operations, IReadOnlyDictionary<string, Statement> accounts)
    {
        var balances = accounts.ToDictionary(static account => account.Key, static account => BalancesAfter(account.Value));
        foreach (var transfer in operations.OfType<TransferOperation>())
        {
            if (transfer.Receipt is { } receipt
                && (BalanceOf(transfer.From, transfer.Id) != receipt.LeftInSource || BalanceOf(transfer.To, transfer.Id) != receipt.NowInTarget))
            {
                yield return $"{transfer.Id} was told {receipt.LeftInSource} and {receipt.NowInTarget}; {transfer.From} and {transfer.To} had "
                    + $"{BalanceOf(transfer.From, transfer.Id)} and {BalanceOf(transfer.To, transfer.Id)}.";
            }
        }

        long? BalanceOf(string account, string operation) =>
            balances.TryGetValue(account, out var after) && after.TryGetValue(operation, out var balance) ? balance : null;
    }

    private static Dictionary<string, long> BalancesAfter(Statement statement)
    {
        var balances = new Dictionary<string, long>();
        var balance = IAccount.Opening;
        foreach (var posting in statement.Postings)
        {
            balance += posting.Amount;
            balances[posting.Operation] = balance;
        }

        return balances;
    }
}
