using System.Globalization;
using Restate.Actors;

namespace Docs;

// snippet: object
[Actor("Account")]
public interface IAccount : IVirtualObject<Guid>
{
    [Exclusive]
    Task<decimal> Deposit(decimal amount);

    [Exclusive]
    Task<decimal> Withdraw(decimal amount);

    [Shared]
    Task<decimal> Balance();
}

public sealed class Account : VirtualObject<Guid>, IAccount
{
    private IActorState<decimal> Amount => State<decimal>("amount");

    public async Task<decimal> Deposit(decimal amount)
    {
        var balance = await Amount.GetAsync(0m) + amount;
        Amount.Set(balance);
        return balance;
    }

    public async Task<decimal> Withdraw(decimal amount)
    {
        var balance = await Amount.GetAsync(0m) - amount;
        if (balance < 0)
        {
            throw new TerminalException($"Account {Key} holds less than {amount}.", 422);
        }

        Amount.Set(balance);
        return balance;
    }

    public async Task<decimal> Balance() => await Amount.GetAsync(0m);
}
// end

// snippet: object-key
public readonly record struct Seat(string Hall, int Number) : IActorKey<Seat>
{
    public static string Format(Seat key) => string.Create(CultureInfo.InvariantCulture, $"{key.Hall}-{key.Number}");

    public static bool TryParse(string text, out Seat key)
    {
        var dash = text.LastIndexOf('-');
        var isSeat = int.TryParse(text.AsSpan(dash + 1), CultureInfo.InvariantCulture, out var number) && dash > 0;
        key = isSeat ? new Seat(text[..dash], number) : default;
        return isSeat;
    }
}

[Actor("Reservation")]
public interface IReservation : IVirtualObject<Seat>
{
    Task Reserve(string guest);     // exclusive: the default of virtual objects
}
// end

// snippet: object-activation
public sealed class Reservation : VirtualObject<Seat>, IReservation
{
    private string? _guest;

    public override async ValueTask OnActivateAsync(CancellationToken cancellationToken)
    {
        _guest = await State<string>("guest").GetAsync();
    }

    public Task Reserve(string guest)
    {
        if (_guest is not null && _guest != guest)
        {
            throw new TerminalException($"Seat {Key.Number} in {Key.Hall} is taken.", 422);
        }

        State<string>("guest").Set(guest);
        return Task.CompletedTask;
    }
}
// end

public sealed class BoxOffice(IActorFactory actors)
{
    // snippet: object-call
    public async Task Sell(Guid account, string guest)
    {
        await actors.GetActor<IAccount>(account).Withdraw(12.50m);
        await actors.GetActor<IReservation, Seat>(new Seat("main", 7)).Reserve(guest);
    }
    // end
}
