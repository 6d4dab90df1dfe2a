using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Restate.Actors.CompilerServices;

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

/// <summary>What generated code would hold for the contracts above.</summary>
internal static class TestContracts
{
    private static readonly PayloadFormat<decimal> Money = PayloadFormats.Value<decimal>(isRequired: true);
    private static readonly PayloadFormat<string> Text = PayloadFormats.Value<string>(isRequired: true);

    public static readonly HandlerContract<IAccount, DepositArguments, decimal> Deposit = new(
        "Deposit", "DepositAsync", HandlerKind.Exclusive, new DepositFormat(), Money, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IAccount, decimal, NoValue> Withdraw = new(
        "Withdraw", "WithdrawAsync", HandlerKind.Exclusive, Money, PayloadFormats.None, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IAccount, NoValue, decimal> Balance = new(
        "Balance", "BalanceAsync", HandlerKind.Shared, PayloadFormats.None, Money, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IAccount, byte[], byte[]> Echo = new(
        "Echo", "EchoAsync", HandlerKind.Shared, PayloadFormats.Bytes, PayloadFormats.Bytes, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IAccount, NoValue, string?> Note = new(
        "Note", "NoteAsync", HandlerKind.Shared, PayloadFormats.None, PayloadFormats.Value<string?>(isRequired: false), (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<ITrip, string, string> TripRun = new(
        "Run", "RunAsync", HandlerKind.WorkflowRun, Text, Text, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<ITrip, string, NoValue> TripConfirm = new(
        "Confirm", "ConfirmAsync", HandlerKind.Shared, Text, PayloadFormats.None, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<ICleanUp, NoValue, NoValue> CleanUpRun = new(
        "Run", "RunAsync", HandlerKind.WorkflowRun, PayloadFormats.None, PayloadFormats.None, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IAudit, string, NoValue> Record = new(
        "Record", "RecordAsync", HandlerKind.Service, Text, PayloadFormats.None, (_, _, _) => throw new NotSupportedException());

    public static readonly HandlerContract<IByGuid, NoValue, NoValue> Ping = new(
        "Ping", "PingAsync", HandlerKind.Exclusive, PayloadFormats.None, PayloadFormats.None, (_, _, _) => throw new NotSupportedException());

    private static readonly ActorContract<IAccount> Account = new(
        "Account", ActorKind.VirtualObject, KeyFormats.TextKeys, [Deposit, Withdraw, Balance, Echo, Note], target => new AccountProxy(target));

    private static readonly ActorContract<ITrip> Trip = new(
        "Trip", ActorKind.Workflow, KeyFormats.TextKeys, [TripConfirm, TripRun], target => new TripProxy(target));

    private static readonly ActorContract<ICleanUp> CleanUp = new(
        "CleanUp", ActorKind.Workflow, KeyFormats.TextKeys, [CleanUpRun], _ => throw new NotSupportedException());

    private static readonly ActorContract<IAudit> Audit = new("Audit", ActorKind.Service, key: null, [Record], target => new AuditProxy(target));

    private static readonly ActorContract<IByGuid> ByGuid = new(
        "ByGuid", ActorKind.VirtualObject, KeyFormats.GuidKeys, [Ping], target => new PingProxy(target));

    private static readonly ActorContract<IByLong> ByLong = new(
        "ByLong", ActorKind.VirtualObject, KeyFormats.LongKeys, [Ping], target => new PingProxy(target));

    private static readonly ActorContract<IByInt> ByInt = new(
        "ByInt", ActorKind.VirtualObject, KeyFormats.IntKeys, [Ping], target => new PingProxy(target));

    private static readonly ActorContract<IBySeat> BySeat = new(
        "BySeat", ActorKind.VirtualObject, KeyFormats.Custom<Seat>(), [Ping], target => new PingProxy(target));

    public static void Register()
    {
        ActorContracts.Register(() => Account);
        ActorContracts.Register(() => Trip);
        ActorContracts.Register(() => CleanUp);
        ActorContracts.Register(() => Audit);
        ActorContracts.Register(() => ByGuid);
        ActorContracts.Register(() => ByLong);
        ActorContracts.Register(() => ByInt);
        ActorContracts.Register(() => BySeat);
    }

    internal readonly record struct DepositArguments(decimal Amount, string Reason);

    private sealed class DepositFormat : ArgumentsFormat<DepositArguments>
    {
        public override IReadOnlyList<ParameterContract> Parameters { get; } =
            [new("amount", typeof(decimal), IsOptional: false), new("reason", typeof(string), IsOptional: false)];

        protected override void WriteMembers(Utf8JsonWriter writer, DepositArguments value, IActorSerializer serializer)
        {
            WriteMember(writer, "amount"u8, value.Amount, serializer);
            WriteMember(writer, "reason"u8, value.Reason, serializer);
        }

        protected override DepositArguments ReadMembers(ref Utf8JsonReader reader, IActorSerializer serializer) => throw new NotSupportedException();
    }

    private sealed class AccountProxy(ActorTarget target) : ActorProxy(target), IAccount
    {
        public Task<decimal> DepositAsync(decimal amount, string reason) => CallAsync(Deposit, new DepositArguments(amount, reason), default);

        public Task WithdrawAsync(decimal amount) => CallAsync(Withdraw, amount, default);

        public ValueTask<decimal> BalanceAsync(CancellationToken cancellationToken) => new(CallAsync(Balance, default, cancellationToken));

        public Task<byte[]> EchoAsync(byte[] data) => CallAsync(Echo, data, default);

        public Task<string?> NoteAsync() => CallAsync(Note, default, default);
    }

    private sealed class TripProxy(ActorTarget target) : ActorProxy(target), ITrip
    {
        public Task<string> RunAsync(string request, CancellationToken cancellationToken) => CallAsync(TripRun, request, cancellationToken);

        public ValueTask ConfirmAsync(string by) => new(CallAsync(TripConfirm, by, default));
    }

    private sealed class AuditProxy(ActorTarget target) : ActorProxy(target), IAudit
    {
        public ValueTask RecordAsync(string reason) => new(CallAsync(Record, reason, default));
    }

    private sealed class PingProxy(ActorTarget target) : ActorProxy(target), IByGuid, IByLong, IByInt, IBySeat
    {
        public Task PingAsync() => CallAsync(Ping, default, default);
    }
}
