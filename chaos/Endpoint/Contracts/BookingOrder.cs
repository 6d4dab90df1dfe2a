namespace Restate.Actors.Chaos.Endpoint.Contracts;

public sealed record BookingOrder(string Operation, string Payer, string Seller, long Amount, bool IsCardRefused);
