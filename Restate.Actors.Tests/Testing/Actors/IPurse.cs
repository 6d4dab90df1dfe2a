namespace Restate.Actors.Tests.Testing.Actors;

[Actor("Testing.Purse")]
public interface IPurse : IVirtualObject
{
    [Exclusive]
    Task<int> DepositAsync(int amount);

    [Exclusive]
    Task<int> WithdrawAsync(int amount);

    [Exclusive]
    Task SlowDepositAsync(int amount, int seconds);

    [Shared]
    Task<int> BalanceAsync();

    [Exclusive]
    Task<string> PayAsync(string what);

    [Exclusive]
    Task ScheduleDepositAsync(int amount, int days);
}
