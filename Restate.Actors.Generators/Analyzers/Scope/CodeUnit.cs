using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>The code of one method, accessor, local function or lambda, without those inside it, and what it calls.</summary>
/// <remarks>
/// A unit is known by its key: methods and accessors by their symbol, local functions and lambdas by their syntax.
/// </remarks>
internal sealed class CodeUnit
{
    private readonly INamedTypeSymbol _type;

    private CodeUnit(IOperation body, INamedTypeSymbol type)
    {
        Body = body;
        _type = type;
        foreach (var child in body.ChildOperations)
        {
            Walk(child);
        }
    }

    public IOperation Body { get; }

    /// <summary>Gets the keys of the units that this one runs in place.</summary>
    public HashSet<object> Calls { get; } = new(UnitKeyComparer.Instance);

    /// <summary>Gets the variables and parameters whose delegates this one runs in place.</summary>
    public HashSet<ISymbol> CalledNames { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Gets the units that are kept in a variable or handed to a parameter.</summary>
    public List<(ISymbol Name, object Key)> Named { get; } = [];

    /// <summary>Gets the variables and parameters that are handed to another parameter.</summary>
    public List<(ISymbol Name, ISymbol Delegate)> HandedOn { get; } = [];

    /// <summary>Gets the bodies of the lambdas and local functions directly inside.</summary>
    public Dictionary<object, IOperation> Inner { get; } = new(UnitKeyComparer.Instance);

    public static CodeUnit Read(IOperation body, INamedTypeSymbol type) => new(body, type);

    /// <summary>Gets the key of the unit that an operation belongs to.</summary>
    public static object? KeyOf(IOperation operation, ISymbol containingSymbol)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return outer.Syntax;
            }
        }

        return KeyOf(containingSymbol);
    }

    /// <summary>Gets the key of a method.</summary>
    public static object? KeyOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } function => function.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(),
        IMethodSymbol method => method.OriginalDefinition,
        _ => null,
    };

    private void Walk(IOperation operation)
    {
        switch (operation)
        {
            case ILocalFunctionOperation function:
                Inner[function.Syntax] = function;
                return;
            case IAnonymousFunctionOperation lambda:
                Inner[lambda.Syntax] = lambda;
                Use(DelegateUses.Of(lambda), lambda.Syntax);
                return;
            case IMethodReferenceOperation reference when IsOwn(reference.Method) && KeyOf(reference.Method) is { } key:
                Use(DelegateUses.Of(reference), key);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
            case IPropertyReferenceOperation property when IsOwn(property.Property):
                AddAccessor(property.Property.GetMethod);
                AddAccessor(property.Property.SetMethod);
                break;
            case ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Delegate } local }:
                UseName(local, operation);
                break;
            case IParameterReferenceOperation { Parameter: { Type.TypeKind: TypeKind.Delegate } parameter }:
                UseName(parameter.OriginalDefinition, operation);
                break;
        }

        foreach (var child in operation.ChildOperations)
        {
            Walk(child);
        }
    }

    private void Call(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction || IsOwn(call.TargetMethod))
        {
            if (KeyOf(call.TargetMethod) is { } key)
            {
                Calls.Add(key);
            }
        }
    }

    private void Use(DelegateUse use, object key)
    {
        if (use.Kind == DelegateUseKind.InPlace)
        {
            Calls.Add(key);
        }
        else if (use is { Kind: DelegateUseKind.Named, Name: { } name })
        {
            Named.Add((name, key));
        }
    }

    private void UseName(ISymbol name, IOperation reference)
    {
        var use = DelegateUses.Of(reference);
        if (use.Kind == DelegateUseKind.InPlace)
        {
            CalledNames.Add(name);
        }
        else if (use is { Kind: DelegateUseKind.Named, Name: { } other })
        {
            HandedOn.Add((other, name));
        }
    }

    private void AddAccessor(IMethodSymbol? accessor)
    {
        if (accessor is not null)
        {
            Calls.Add(accessor.OriginalDefinition);
        }
    }

    private bool IsOwn(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.LocalFunction }
        || SymbolEqualityComparer.Default.Equals(member.OriginalDefinition.ContainingType, _type);
}
