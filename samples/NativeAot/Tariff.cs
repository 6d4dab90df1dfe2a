using Restate.Actors;

namespace NativeAot;

public sealed class Tariff : DurableService, ITariff
{
    public Task<decimal> Price(DateTimeOffset from, DateTimeOffset until) => Task.FromResult(2.50m * Math.Max(1, (int)Math.Ceiling((until - from).TotalHours)));
}
