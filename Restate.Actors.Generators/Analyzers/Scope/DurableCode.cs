using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>
/// The code of a compilation that runs on the turn scheduler. All analyzers ask here what durable code is.
/// </summary>
/// <remarks>
/// Durable are handlers, <c>OnActivateAsync</c>, <c>ReceiveReminderAsync</c> and methods marked with <c>[DurableCode]</c>; the local functions, lambdas,
/// accessors and methods of the same class that those run in place; never the action of <c>Run</c> or <c>RunCached</c>, and nothing that is only reached from
/// there. Computed per class when it is first asked for, once per compilation. Thread-safe.
/// </remarks>
internal sealed class DurableCode
{
    private static readonly ConditionalWeakTable<Compilation, DurableCode> Known = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, Lazy<DurableClass?>> _classes = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;

    private DurableCode(Compilation compilation)
    {
        _compilation = compilation;
        IsUsed = compilation.GetTypeByMetadataName("Restate.Actors.IActor") is not null;
    }

    private bool IsUsed { get; }

    /// <summary>Gets the durable code of a compilation.</summary>
    /// <returns><see langword="null"/> if it does not reference Restate.Actors.</returns>
    public static DurableCode? Of(Compilation compilation) =>
        Known.GetValue(compilation, static compilation => new DurableCode(compilation)) is { IsUsed: true } code ? code : null;

    public DurableClass? ClassOf(INamedTypeSymbol? type) =>
        type is null ? null : _classes.GetOrAdd(type.OriginalDefinition, Read).Value;

    /// <summary>Whether an operation of a member runs on the turn scheduler.</summary>
    public bool Contains(IOperation operation, ISymbol member) =>
        ClassOf(member.ContainingType) is { } type && type.Contains(CodeUnit.KeyOf(operation, member));

    private Lazy<DurableClass?> Read(INamedTypeSymbol type) => new(() => DurableClass.Read(type, _compilation));
}
