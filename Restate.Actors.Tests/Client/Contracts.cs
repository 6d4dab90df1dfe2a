using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.Tests.Client;

public interface IAccount : IVirtualObject
{
    [Exclusive]
    Task<decimal> DepositAsync(decimal amount, string reason);

    [Exclusive]
    Task WithdrawAsync(decimal amount);

    [Shared]
    ValueTask<decimal> BalanceAsync(CancellationToken cancellationToken = default);

    [Shared]
    Task<byte[]> EchoAsync(byte[] data);

    [Shared]
    Task<string?> NoteAsync();
}

public interface ITrip : IWorkflow
{
    [WorkflowRun]
    Task<string> RunAsync(string request, CancellationToken cancellationToken = default);

    [Shared]
    ValueTask ConfirmAsync(string by);
}

public interface ICleanUp : IWorkflow
{
    [WorkflowRun]
    Task RunAsync();
}

public interface IAudit : IDurableService
{
    ValueTask RecordAsync(string reason);
}

public interface IByGuid : IVirtualObject<Guid>
{
    Task PingAsync();
}

public interface IByLong : IVirtualObject<long>
{
    Task PingAsync();
}

public interface IByInt : IVirtualObject<int>
{
    Task PingAsync();
}

public interface IBySeat : IVirtualObject<Seat>
{
    Task PingAsync();
}

public readonly record struct Seat(string Row, int Number) : IActorKey<Seat>
{
    public static string Format(Seat key) => $"{key.Row}/{key.Number}";

    public static bool TryParse(string text, [MaybeNullWhen(false)] out Seat key) => throw new NotSupportedException();
}
