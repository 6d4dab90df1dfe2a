using Restate.Actors;

namespace NativeAot;

/// <summary>Prices of stays: a service.</summary>
[Actor("Tariff")]
public interface ITariff : IDurableService
{
    Task<decimal> Price(DateTimeOffset from, DateTimeOffset until);
}
