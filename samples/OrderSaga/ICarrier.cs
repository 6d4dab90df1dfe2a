namespace OrderSaga;

/// <summary>A carrier outside.</summary>
public interface ICarrier
{
    /// <returns>The number of the parcel.</returns>
    Task<string> Ship(string orderId, string destination, CancellationToken cancellationToken);
}
