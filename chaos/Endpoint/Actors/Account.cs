using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Account(Sabotage sabotage) : VirtualObject, IAccount
{
    private IActorState<long> Balance => State<long>("balance");

    private IActorState<Posting[]> Postings => State<Posting[]>("postings");

    public async Task<long> Withdraw(Posting posting)
    {
        var balance = await Balance.GetAsync(IAccount.Opening);
        if (balance < posting.Amount)
        {
            throw new TerminalException($"{Key} holds too little.", 422);
        }

        return await Post(balance, posting with { Amount = -posting.Amount });
    }

    public async Task<long> Deposit(Posting posting)
    {
        var balance = await Balance.GetAsync(IAccount.Opening);
        return sabotage.Forgets(posting.Operation) ? balance : await Post(balance, posting);
    }

    public async Task<long> Touch() => await Balance.GetAsync(IAccount.Opening);

    public async Task<Statement> Read() => new(await Balance.GetAsync(IAccount.Opening), await Postings.GetAsync([]));

    // The balance is written before a wait and the list after it: a death in between must not be seen.
    private async Task<long> Post(long balance, Posting posting)
    {
        balance += posting.Amount;
        Balance.Set(balance);
        await Sleep(TimeSpan.FromMilliseconds(5));
        Postings.Set([.. await Postings.GetAsync([]), posting]);
        return balance;
    }
}
