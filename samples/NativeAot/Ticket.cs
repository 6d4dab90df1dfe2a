namespace NativeAot;

/// <summary>A car in the garage.</summary>
public sealed record Ticket(string Plate, DateTimeOffset Since);
