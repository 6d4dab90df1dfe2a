namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>A saga, which waits for a confirmation from outside. Its answer is the token of its postings.</summary>
internal sealed record BookingOperation(string Id, string Payer, string Seller, long Amount, bool IsCardRefused, bool IsConfirmed) : Operation(Id);
