namespace Restate.Actors.Tests.Testing.Actors;

[Actor("Testing.Bank")]
public interface IBank : IDurableService
{
    Task<int> TransferAsync(string from, string to, int amount);

    Task<int> RateAsync(string currency);
}
