using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>No money is made or lost, and each balance is the sum of its postings.</summary>
internal static class MoneyCheck
{
    public static IEnumerable<string> Check(IReadOnlyDictionary<string, Statement> accounts)
    {
        var total = accounts.Values.Sum(static statement => statement.Balance);
        var opening = IAccount.Opening * accounts.Count;
        if (total != opening)
        {
            yield return $"The accounts hold {total}; in the beginning it was {opening}.";
        }

        foreach (var (name, statement) in accounts)
        {
            var sum = IAccount.Opening + statement.Postings.Sum(static posting => posting.Amount);
            if (statement.Balance != sum)
            {
                yield return $"{name} holds {statement.Balance}; its postings make {sum}.";
            }
        }
    }
}
