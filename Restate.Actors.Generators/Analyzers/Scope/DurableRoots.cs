using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>Finds the methods of a class that the runtime calls on the turn scheduler.</summary>
internal static class DurableRoots
{
    private static readonly string[] Filters = ["IActorFilter", "IOutgoingActorFilter"];

    public static IReadOnlyList<DurableRoot> Of(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return [];
        }

        var roots = new Dictionary<IMethodSymbol, DurableRoot>(SymbolEqualityComparer.Default);
        foreach (var contract in type.AllInterfaces.Where(RestateSymbols.IsContract))
        {
            AddHandlers(roots, type, contract);
        }

        foreach (var candidate in type.AllInterfaces)
        {
            if (RestateSymbols.IsRestateType(candidate, "IRemindable"))
            {
                AddImplementations(roots, type, candidate, static _ => DurableRootKind.Reminder);
            }
            else if (Array.Exists(Filters, name => RestateSymbols.IsRestateType(candidate, name)))
            {
                AddImplementations(roots, type, candidate, static _ => DurableRootKind.Marked);
            }
        }

        AddOwn(roots, type);
        return [.. roots.Values];
    }

    private static void AddHandlers(Dictionary<IMethodSymbol, DurableRoot> roots, INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        var kind = ActorKinds.Of(contract)[0];
        foreach (var declaring in contract.AllInterfaces.Insert(0, contract))
        {
            AddImplementations(roots, type, declaring, method => KindOf(method, kind));
        }
    }

    private static void AddImplementations(
        Dictionary<IMethodSymbol, DurableRoot> roots, INamedTypeSymbol type, INamedTypeSymbol declaring, Func<IMethodSymbol, DurableRootKind> kindOf)
    {
        foreach (var method in declaring.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary))
        {
            if (type.FindImplementationForInterfaceMember(method) is IMethodSymbol implementation && IsDeclaredBy(type, implementation))
            {
                Add(roots, implementation, kindOf(method));
            }
        }
    }

    private static void AddOwn(Dictionary<IMethodSymbol, DurableRoot> roots, INamedTypeSymbol type)
    {
        var isMarked = RestateSymbols.FindAttribute(type, "DurableCodeAttribute") is not null;
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (IsActivation(method))
            {
                Add(roots, method, DurableRootKind.Activation);
            }
            else if ((isMarked && IsEntry(method))
                || RestateSymbols.FindAttribute(method, "DurableCodeAttribute") is not null)
            {
                Add(roots, method, DurableRootKind.Marked);
            }
        }
    }

    /// <summary>Private methods of a marked class count when they are called from durable code of it: they may be steps.</summary>
    private static bool IsEntry(IMethodSymbol method) =>
        method.MethodKind == MethodKind.ExplicitInterfaceImplementation
        || (method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility != Accessibility.Private);

    private static void Add(Dictionary<IMethodSymbol, DurableRoot> roots, IMethodSymbol method, DurableRootKind kind)
    {
        var definition = method.OriginalDefinition;
        if (!roots.ContainsKey(definition))
        {
            roots.Add(definition, new DurableRoot(definition, kind));
        }
    }

    private static bool IsActivation(IMethodSymbol method)
    {
        if (method is not { Name: "OnActivateAsync", IsOverride: true })
        {
            return false;
        }

        var declared = method;
        while (declared.OverriddenMethod is { } overridden)
        {
            declared = overridden;
        }

        return RestateSymbols.IsRestateType(declared.ContainingType, "Actor");
    }

    private static bool IsDeclaredBy(INamedTypeSymbol type, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.OriginalDefinition.ContainingType, type.OriginalDefinition);

    private static DurableRootKind KindOf(IMethodSymbol method, ActorKind kind) => kind switch
    {
        ActorKind.Service => DurableRootKind.Service,
        ActorKind.Workflow => RestateSymbols.FindAttribute(method, "WorkflowRunAttribute") is null ? DurableRootKind.Shared : DurableRootKind.Exclusive,
        _ => RestateSymbols.FindAttribute(method, "SharedAttribute") is null ? DurableRootKind.Exclusive : DurableRootKind.Shared,
    };
}
