namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>All that an account holds.</summary>
public sealed record Statement(long Balance, IReadOnlyList<Posting> Postings);
