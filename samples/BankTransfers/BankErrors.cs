using System.Globalization;
using Restate.Actors;

namespace BankTransfers;

/// <summary>The exceptions of this bank are terminal, and reach callers as what they are.</summary>
public static class BankErrors
{
    public static RestateActorsBuilder MapBankErrors(this RestateActorsBuilder actors) => actors
        .MapError<AccountClosedException>(
            "account-closed",
            422,
            _ => null,
            (message, _) => new AccountClosedException(message))
        .MapError<InsufficientFundsException>(
            "insufficient-funds",
            422,
            error => new Dictionary<string, string> { ["missing"] = error.Missing.ToString(CultureInfo.InvariantCulture) },
            (message, values) => new InsufficientFundsException(message, decimal.Parse(values["missing"], CultureInfo.InvariantCulture)));
}
