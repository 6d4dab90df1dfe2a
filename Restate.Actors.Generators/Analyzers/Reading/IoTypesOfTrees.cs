using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>The types that do I/O, for each tree of a compilation: trees with the same options share them.</summary>
internal sealed class IoTypesOfTrees(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private readonly ConcurrentDictionary<SyntaxTree, IoTypes> _trees = new();
    private readonly ConcurrentDictionary<(string Added, string Removed), Lazy<IoTypes>> _shared = new();

    public IoTypes Of(SyntaxTree tree)
    {
        if (!_trees.TryGetValue(tree, out var types))
        {
            var found = options.GetOptions(tree);
            types = _shared.GetOrAdd((ValueOf(found, IoTypes.AddOption), ValueOf(found, IoTypes.RemoveOption)), Read).Value;
            _trees.TryAdd(tree, types);
        }

        return types;
    }

    private Lazy<IoTypes> Read((string Added, string Removed) names) => new(() => IoTypes.Read(compilation, names.Added, names.Removed));

    private static string ValueOf(AnalyzerConfigOptions options, string name) => options.TryGetValue(name, out var value) ? value : string.Empty;
}
