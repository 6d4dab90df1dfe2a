using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Recognizes changes of objects.</summary>
internal static class Mutations
{
    private static readonly HashSet<string> Mutators = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddOrUpdate", "GetOrAdd", "TryAdd", "Insert", "InsertRange", "Remove", "RemoveAll", "RemoveAt", "RemoveRange",
        "RemoveFirst", "RemoveLast", "TryRemove", "TryUpdate", "Clear", "Enqueue", "Dequeue", "TryDequeue", "Push", "Pop", "TryPop", "TryTake", "Sort", "Reverse",
        "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith", "EnqueueRange", "SetItem",
    };

    /// <summary>Whether the collection or object that an operation names is changed there, also through its members.</summary>
    public static bool IsMutated(IOperation reference)
    {
        var value = reference;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    value = value.Parent;
                    break;

                // A member of it: value.Items, value.Lines[0].
                case IPropertyReferenceOperation property when property.Instance == value && IsPath(property):
                case IFieldReferenceOperation field when field.Instance == value:
                case IArrayElementReferenceOperation element when element.ArrayReference == value:
                    value = value.Parent!;
                    if (IsTarget(value))
                    {
                        return true;
                    }

                    break;
                case IInvocationOperation call when call.Instance == value:
                    return Mutators.Contains(call.TargetMethod.Name) && IsCollection(call.TargetMethod.ContainingType);
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether an operation is assigned to.</summary>
    public static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operation,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };

    public static bool IsCollection(ITypeSymbol type)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        return space is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.ObjectModel";
    }

    /// <summary>The target of an object initializer is a new object.</summary>
    private static bool IsPath(IPropertyReferenceOperation property) => property.Parent is not IMemberInitializerOperation;
}
