namespace NativeAot;

/// <summary>What a stay cost, and how it was paid.</summary>
public sealed record Receipt(string Plate, decimal Amount, string Payment);
