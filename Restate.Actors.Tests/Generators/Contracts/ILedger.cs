namespace Restate.Actors.Tests.Generators.Contracts;

/// <summary>A contract that the generator sees while this project is built: all shapes of payloads and results.</summary>
[Actor("Ledger")]
public interface ILedger : IVirtualObject<Guid>
{
    Task<decimal> DepositAsync(decimal amount, string reason, Currency currency = Currency.Euro, CancellationToken cancellationToken = default);

    [Exclusive]
    Task WithdrawAsync(decimal amount);

    [Shared]
    ValueTask<decimal> BalanceAsync();

    [Shared]
    ValueTask TouchAsync(int times = 3, CancellationToken cancellationToken = default);

    [Handler(Wrap = true)]
    Task<string?> RenameAsync(string? name);

    [Handler("Import", Aliases = ["Load"])]
    Task<byte[]> ImportBytesAsync(ReadOnlyMemory<byte> bytes);
}
