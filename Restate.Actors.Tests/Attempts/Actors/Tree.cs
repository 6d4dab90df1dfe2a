namespace Restate.Actors.Tests.Attempts.Actors;

public sealed record Tree(string Name, Tree? First, IReadOnlyList<Tree> Others);
