using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>How the code that one root reaches uses the fields of its object.</summary>
internal sealed class FieldUses
{
    private FieldUses(DurableRoot root)
    {
        Root = root;
    }

    public DurableRoot Root { get; }

    /// <summary>Gets the fields whose value is used.</summary>
    public HashSet<ISymbol> Used { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets the fields that get a value which does not depend on the old one.</summary>
    public HashSet<ISymbol> Assigned { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets the fields whose new value is made from the old one, and tables that get entries.</summary>
    public HashSet<ISymbol> Counted { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets all fields that change, themselves or as a collection.</summary>
    public HashSet<ISymbol> Changed { get; } = new(SymbolEqualityComparer.Default);

    public static FieldUses Read(DurableRoot root, DurableClass type)
    {
        var uses = new FieldUses(root);
        foreach (var operation in type.BodiesOf(root).SelectMany(body => body.InnerOperations()))
        {
            if (operation is IMemberReferenceOperation { Instance: IInstanceReferenceOperation } reference && IsField(reference.Member, type.Type))
            {
                uses.Add(reference);
            }
        }

        return uses;
    }

    private void Add(IMemberReferenceOperation reference)
    {
        var field = reference.Member;
        switch (reference.Parent)
        {
            case ICoalesceAssignmentOperation { Target: var target } when target == reference:
                Used.Add(field);
                Assigned.Add(field);
                break;
            case ICompoundAssignmentOperation { Target: var target } when target == reference:
            case IIncrementOrDecrementOperation:
                Used.Add(field);
                Counted.Add(field);
                Changed.Add(field);
                break;
            case IAssignmentOperation { Target: var target } when target == reference:
                Assigned.Add(field);
                Changed.Add(field);
                break;
            default:
                Used.Add(field);
                AddContents(reference, field);
                break;
        }
    }

    private void AddContents(IMemberReferenceOperation reference, ISymbol field)
    {
        if (reference.Type is not { } type || !Mutations.IsCollection(type) || !Mutations.IsMutated(reference))
        {
            return;
        }

        Changed.Add(field);
        if (type.Name is "Dictionary" or "ConcurrentDictionary" or "SortedDictionary" or "HashSet" or "IDictionary")
        {
            Counted.Add(field);
        }
    }

    private static bool IsField(ISymbol member, INamedTypeSymbol type) =>
        member is { IsStatic: false }
        && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition.ContainingType, type)
        && member is IFieldSymbol or IPropertySymbol { SetMethod: not null, IsAbstract: false }
        && (member is IFieldSymbol || IsAutomatic((IPropertySymbol)member));

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
