using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Money from one account to another, by a service.</summary>
internal sealed record TransferOperation(string Id, string From, string To, long Amount, int PauseMilliseconds) : Operation(Id)
{
    /// <summary>Gets or sets the answer.</summary>
    public TransferReceipt? Receipt { get; set; }
}
