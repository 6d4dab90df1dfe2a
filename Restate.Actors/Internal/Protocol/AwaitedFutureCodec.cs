namespace Restate.Actors.Internal.Protocol;

/// <summary>Encodes what an attempt waits for: as a tree (V7) or as three flat lists (V5, V6).</summary>
internal sealed class AwaitedFutureCodec
{
    private readonly Dictionary<AwaitedFuture, int> _nodeLengths = [];

    /// <summary>Collects the leaves depth first, the own ones of a node before those of its children.</summary>
    public static AwaitedFuture Flatten(AwaitedFuture root)
    {
        if (root.Nested.Count == 0)
        {
            return root;
        }

        List<uint> completions = [];
        List<uint> signals = [];
        List<string> namedSignals = [];
        var open = new Stack<AwaitedFuture>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            completions.AddRange(node.Completions);
            signals.AddRange(node.Signals);
            namedSignals.AddRange(node.NamedSignals);
            for (var i = node.Nested.Count - 1; i >= 0; i--)
            {
                open.Push(node.Nested[i]);
            }
        }

        return new AwaitedFuture { Completions = completions, Signals = signals, NamedSignals = namedSignals };
    }

    /// <summary>Length of the three lists, which have the same numbers in the flat message and in a node.</summary>
    public static int GetLeavesLength(AwaitedFuture node) =>
        ProtobufSize.PackedUInt32(node.Completions)
        + ProtobufSize.PackedUInt32(node.Signals)
        + ProtobufSize.Strings(node.NamedSignals);

    public static void WriteLeaves(ref ProtobufWriter writer, AwaitedFuture node)
    {
        writer.WritePackedUInt32(1, node.Completions);
        writer.WritePackedUInt32(2, node.Signals);
        writer.WriteStrings(3, node.NamedSignals);
    }

    /// <summary>Gets the length of a tree and remembers that of each branch, which would be computed once per level otherwise.</summary>
    public int GetTreeLength(AwaitedFuture node)
    {
        var length = GetLeavesLength(node) + ProtobufSize.UInt32((uint)node.CombinatorType);
        if (node.Nested.Count == 0)
        {
            return length;
        }

        for (var i = 0; i < node.Nested.Count; i++)
        {
            length += ProtobufSize.Delimited(GetTreeLength(node.Nested[i]));
        }

        _nodeLengths[node] = length;
        return length;
    }

    /// <summary>Writes a tree whose length was computed by <see cref="GetTreeLength"/>.</summary>
    public void WriteTree(ref ProtobufWriter writer, AwaitedFuture node)
    {
        WriteLeaves(ref writer, node);
        for (var i = 0; i < node.Nested.Count; i++)
        {
            var child = node.Nested[i];
            writer.WriteLengthPrefix(4, _nodeLengths.TryGetValue(child, out var length) ? length : GetTreeLength(child));
            WriteTree(ref writer, child);
        }

        writer.WriteUInt32(5, (uint)node.CombinatorType);
    }
}
