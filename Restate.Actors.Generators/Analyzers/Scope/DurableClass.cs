using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>The part of one class that runs on the turn scheduler: what its roots reach, without leaving the class or entering a step.</summary>
internal sealed class DurableClass
{
    private readonly Dictionary<object, CodeUnit?> _units = new(UnitKeyComparer.Instance);
    private readonly Dictionary<object, IOperation> _inner = new(UnitKeyComparer.Instance);
    private readonly Dictionary<object, List<DurableRoot>> _rootsOf = new(UnitKeyComparer.Instance);
    private readonly Compilation _compilation;

    private DurableClass(INamedTypeSymbol type, IReadOnlyList<DurableRoot> roots, Compilation compilation)
    {
        Type = type;
        Roots = roots;
        _compilation = compilation;
        foreach (var root in roots)
        {
            Reach(root);
        }
    }

    public INamedTypeSymbol Type { get; }

    public IReadOnlyList<DurableRoot> Roots { get; }

    /// <summary>Reads a class.</summary>
    /// <returns>What runs on the turn scheduler, or <see langword="null"/> if nothing does.</returns>
    public static DurableClass? Read(INamedTypeSymbol type, Compilation compilation) =>
        DurableRoots.Of(type) is { Count: > 0 } roots ? new DurableClass(type, roots, compilation) : null;

    public bool Contains(object? key) => key is not null && _rootsOf.ContainsKey(key);

    /// <summary>Gets the roots from which a unit is reached.</summary>
    public IReadOnlyList<DurableRoot> RootsOf(object? key) => key is not null && _rootsOf.TryGetValue(key, out var roots) ? roots : [];

    /// <summary>Gets the bodies that a root reaches.</summary>
    public IEnumerable<IOperation> BodiesOf(DurableRoot root) =>
        _rootsOf.Where(entry => entry.Value.Contains(root)).Select(entry => _units[entry.Key]?.Body).OfType<IOperation>();

    /// <summary>Gets the body of a method of this class that was reached.</summary>
    public IOperation? BodyOf(IMethodSymbol method) => CodeUnit.KeyOf(method) is { } key && _units.TryGetValue(key, out var unit) ? unit?.Body : null;

    private void Reach(DurableRoot root)
    {
        var open = new Stack<object>();
        var called = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var named = new List<(ISymbol Name, object Key)>();
        var handedOn = new List<(ISymbol Name, ISymbol Delegate)>();
        open.Push(root.Method);

        while (open.Count > 0)
        {
            var key = open.Pop();
            if (!Mark(key, root) || UnitOf(key) is not { } unit)
            {
                continue;
            }

            foreach (var call in unit.Calls)
            {
                open.Push(call);
            }

            called.UnionWith(unit.CalledNames);
            named.AddRange(unit.Named);
            handedOn.AddRange(unit.HandedOn);
            while (handedOn.Exists(entry => called.Contains(entry.Name) && called.Add(entry.Delegate)))
            {
            }

            foreach (var entry in named.Where(entry => called.Contains(entry.Name)))
            {
                open.Push(entry.Key);
            }
        }
    }

    private bool Mark(object key, DurableRoot root)
    {
        if (!_rootsOf.TryGetValue(key, out var roots))
        {
            _rootsOf.Add(key, roots = []);
        }

        if (roots.Contains(root))
        {
            return false;
        }

        roots.Add(root);
        return true;
    }

    private CodeUnit? UnitOf(object key)
    {
        if (!_units.TryGetValue(key, out var unit))
        {
            unit = BodyOf(key) is { } body ? CodeUnit.Read(body, Type) : null;
            _units.Add(key, unit);
            foreach (var inner in unit?.Inner ?? [])
            {
                _inner[inner.Key] = inner.Value;
            }
        }

        return unit;
    }

    private IOperation? BodyOf(object key)
    {
        if (_inner.TryGetValue(key, out var inner))
        {
            return inner;
        }

        // A local function may be called by a unit inside the one that declares it, before that is known; it is found from its own syntax then.
        var syntax = key as SyntaxNode ?? DeclarationOf((IMethodSymbol)key);
        return syntax is null ? null : OperationOf(syntax);
    }

    private static SyntaxNode? DeclarationOf(IMethodSymbol method) =>
        (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();

#pragma warning disable RS1030 // The class is read as a whole; the model is the one that the driver has cached for the tree.
    private IOperation? OperationOf(SyntaxNode syntax) => _compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax);
#pragma warning restore RS1030
}
