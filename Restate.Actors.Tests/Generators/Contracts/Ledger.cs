namespace Restate.Actors.Tests.Generators.Contracts;

/// <summary>Records what it was called with.</summary>
public sealed class Ledger(TimeProvider time) : ILedger
{
    public List<object?> Calls { get; } = [time];

    public Task<decimal> DepositAsync(decimal amount, string reason, Currency currency, CancellationToken cancellationToken)
    {
        Calls.AddRange([amount, reason, currency, cancellationToken]);
        return Task.FromResult(amount * 2);
    }

    public Task WithdrawAsync(decimal amount)
    {
        Calls.Add(amount);
        return Task.CompletedTask;
    }

    public ValueTask<decimal> BalanceAsync() => new(42m);

    public async ValueTask TouchAsync(int times, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Calls.AddRange([times, cancellationToken]);
    }

    public Task<string?> RenameAsync(string? name) => Task.FromResult(name);

    public Task<byte[]> ImportBytesAsync(ReadOnlyMemory<byte> bytes) => Task.FromResult(bytes.ToArray());
}
