namespace Restate.Actors.Internal.Filters;

/// <summary>A header that the application carries through calls.</summary>
internal sealed record CarriedHeaderName(string Name);
