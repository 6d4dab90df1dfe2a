using Restate.Actors;

namespace Docs;

[Actor("Audit")]
public interface IAudit : IDurableService
{
    Task Record(Guid account, string text);
}

[Actor("Bank")]
public interface IBank : IDurableService
{
    Task Transfer(Guid from, Guid to, decimal amount);

    Task<decimal> Wealth(Guid[] accounts);

    Task GiveInterest(Guid account, decimal amount, string year);

    Task<decimal> DepositInTime(Guid account, decimal amount);
}

public sealed class Bank : DurableService, IBank
{
    // snippet: call
    public async Task Transfer(Guid from, Guid to, decimal amount)
    {
        await Actors.GetActor<IAccount>(from).Withdraw(amount);
        await Actors.GetActor<IAccount>(to).Deposit(amount);
    }
    // end

    // snippet: call-parallel
    public async Task<decimal> Wealth(Guid[] accounts)
    {
        var balances = await Task.WhenAll(accounts.Select(account => Actors.GetActor<IAccount>(account).Balance()));
        return balances.Sum();
    }
    // end

    // snippet: send
    public async Task GiveInterest(Guid account, decimal amount, string year)
    {
        await Actors.GetActor<IAudit>().Send(audit => audit.Record(account, $"interest {year}"));
        await Actors.GetActor<IAccount>(account).Send(
            to => to.Deposit(amount), after: TimeSpan.FromDays(1), idempotencyKey: $"interest-{year}");
    }
    // end

    // snippet: call-cancel
    public async Task<decimal> DepositInTime(Guid account, decimal amount)
    {
        var deposit = await Actors.GetActor<IAccount>(account).Send(to => to.Deposit(amount));
        var result = deposit.AttachAsync();
        if (await Task.WhenAny(result, Sleep(TimeSpan.FromMinutes(1))) == result)
        {
            return await result;
        }

        await deposit.CancelAsync();
        throw new TerminalException("The account did not answer in time.", 504);
    }
    // end
}

public sealed class BankWindow(IActorFactory actors)
{
    // snippet: call-outside
    public async Task<decimal> Deposit(Guid account, decimal amount, string requestId)
    {
        var options = new CallOptions { IdempotencyKey = requestId, Headers = new Dictionary<string, string> { ["x-branch"] = "north" } };
        return await actors.GetActor<IAccount>(account).Call(to => to.Deposit(amount), options);
    }
    // end

    // snippet: handle
    public async Task<string> Start(Guid account, decimal amount)
    {
        InvocationHandle<decimal> handle = await actors.GetActor<IAccount>(account).Send(to => to.Deposit(amount));
        return await handle.GetIdAsync();
    }

    public async Task<decimal> Finish(string invocationId)
    {
        var handle = actors.GetInvocation<decimal>(invocationId);
        var output = await handle.PeekAsync();
        return output.IsCompleted ? output.Result : await handle.AttachAsync();
    }
    // end

    // snippet: handle-by-key
    public async Task<decimal> Result(Guid account, string requestId)
    {
        var handle = actors.GetActor<IAccount>(account).GetInvocation(to => to.Deposit(default), requestId);
        return await handle.AttachAsync();
    }
    // end
}

// snippet: call-helper
public sealed class Ledger(IActorFactory actors)
{
    public Task<decimal> Take(Guid account, decimal fee) => actors.GetActor<IAccount>(account).Withdraw(fee);
}
// end

[Actor("Membership")]
public interface IMembership : IVirtualObject
{
    Task Subscribe(IAccount payer);

    Task Pay(decimal amount);
}

public sealed class Membership : VirtualObject, IMembership
{
    // snippet: reference
    public Task Subscribe(IAccount payer)                       // {"actor":"Account","key":"0f8fad5b-..."}
    {
        State<IAccount>("payer").Set(payer);
        return Task.CompletedTask;
    }

    public async Task Pay(decimal amount)
    {
        var payer = await State<IAccount>("payer").GetAsync();
        await payer!.Withdraw(amount);
    }
    // end
}
