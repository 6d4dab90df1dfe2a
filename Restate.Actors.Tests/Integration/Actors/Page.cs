namespace Restate.Actors.Tests.Integration.Actors;

public sealed record Page(string? Text, bool Exists, IReadOnlyList<string> Names);
