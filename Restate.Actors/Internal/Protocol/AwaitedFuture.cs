namespace Restate.Actors.Internal.Protocol;

/// <summary>What an attempt waits for: a tree of notifications (<c>Future</c> on the wire).</summary>
internal sealed class AwaitedFuture
{
    /// <summary>The server's default limit (<c>max-awaited-future-depth</c>); beyond it the invocation would be paused.</summary>
    internal const int MaxDepth = 1000;

    public IReadOnlyList<uint> Completions { get; init; } = [];

    public IReadOnlyList<uint> Signals { get; init; } = [];

    public IReadOnlyList<string> NamedSignals { get; init; } = [];

    public IReadOnlyList<AwaitedFuture> Nested
    {
        get;
        init
        {
            field = value;
            foreach (var child in value)
            {
                Depth = Math.Max(Depth, child.Depth + 1);
                HasNestedLeaves |= child.HasLeaves;
            }
        }
    }

    = [];

    public CombinatorType CombinatorType { get; init; }

    /// <summary>Gets whether anything in the tree can ever wake the invocation.</summary>
    public bool HasLeaves => HasNestedLeaves || Completions.Count > 0 || Signals.Count > 0 || NamedSignals.Count > 0;

    /// <summary>Gets the number of levels; kept so that no recursion starts that the stack cannot hold.</summary>
    internal int Depth { get; private init; } = 1;

    private bool HasNestedLeaves { get; init; }
}
