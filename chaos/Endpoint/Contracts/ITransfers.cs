namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Takes from one account and gives to another.</summary>
[Actor("Transfers")]
public interface ITransfers : IDurableService
{
    Task<TransferReceipt> Move(TransferOrder order);
}
