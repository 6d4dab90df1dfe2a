using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Each transfer and booking left exactly its postings, with the token that its caller was told, and there are no others.</summary>
internal static class PostingCheck
{
    private const string AnyToken = "";

    public static IEnumerable<string> Check(IEnumerable<Operation> operations, IReadOnlyDictionary<string, Statement> accounts)
    {
        var due = operations.SelectMany(Due).ToLookup(static due => (due.Account, due.Posting.Operation));
        var found = accounts
            .SelectMany(static account => account.Value.Postings.Select(posting => (Account: account.Key, Posting: posting)))
            .ToLookup(static found => (found.Account, found.Posting.Operation));
        foreach (var place in due.Select(static group => group.Key).Union(found.Select(static group => group.Key)))
        {
            if (!Matches([.. due[place]], [.. found[place]]))
            {
                yield return $"{place.Account}, operation {place.Operation}: {Describe(found[place])} instead of {Describe(due[place])}.";
            }
        }

        foreach (var tokens in found.SelectMany(static group => group).GroupBy(static one => one.Posting.Operation.Split('/')[0]))
        {
            if (tokens.Select(static one => one.Posting.Token).Distinct().Count() != 1)
            {
                yield return $"The postings of operation {tokens.Key} have different tokens.";
            }
        }
    }

    private static IEnumerable<(string Account, Posting Posting)> Due(Operation operation)
    {
        var token = operation.Outcome is { Kind: OutcomeKind.Answered, Text: { } told } ? told : AnyToken;
        switch (operation)
        {
            case TransferOperation transfer when operation.Outcome.Kind == OutcomeKind.Answered:
                return Move(transfer.From, transfer.To, new Posting(transfer.Id, transfer.Amount, token));
            case BookingOperation booking when operation.Outcome is { Kind: OutcomeKind.Answered } or { Kind: OutcomeKind.Refused, Code: 402 or 410 }:
                var posting = new Posting(booking.Id, booking.Amount, token);
                var made = Move(booking.Payer, booking.Seller, posting);
                var undone = Move(booking.Seller, booking.Payer, posting with { Operation = $"{booking.Id}/undo" });
                return operation.Outcome.Kind == OutcomeKind.Answered ? made : [.. made, .. undone];
            default:
                return [];
        }
    }

    private static (string Account, Posting Posting)[] Move(string from, string to, Posting posting) =>
        [(from, posting with { Amount = -posting.Amount }), (to, posting)];

    private static bool Matches((string Account, Posting Posting)[] due, (string Account, Posting Posting)[] found) =>
        due.Length == found.Length
        && due.Zip(found).All(static pair => pair.First.Posting.Amount == pair.Second.Posting.Amount
            && (pair.First.Posting.Token == AnyToken || pair.First.Posting.Token == pair.Second.Posting.Token));

    private static string Describe(IEnumerable<(string Account, Posting Posting)> postings)
    {
        var texts = postings.Select(static one => $"{one.Posting.Amount} ({(one.Posting.Token == AnyToken ? "any token" : one.Posting.Token)})").ToArray();
        return texts.Length == 0 ? "nothing" : string.Join(", ", texts);
    }
}
