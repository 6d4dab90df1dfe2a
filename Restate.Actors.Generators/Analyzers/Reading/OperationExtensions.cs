using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Questions to operations.</summary>
internal static class OperationExtensions
{
    /// <summary>Removes conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Gets the parent without conversions and parentheses.</summary>
    public static IOperation? OuterParent(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Gets the operations inside, without those of lambdas and local functions.</summary>
    public static IEnumerable<IOperation> InnerOperations(this IOperation operation)
    {
        var open = new Stack<IOperation>();
        open.Push(operation);
        while (open.Count > 0)
        {
            foreach (var child in open.Pop().ChildOperations)
            {
                yield return child;
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    open.Push(child);
                }
            }
        }
    }

    /// <summary>Gets the nearest lambda or local function around an operation.</summary>
    public static IOperation? EnclosingFunction(this IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            outer = outer.Parent;
        }

        return outer;
    }

    /// <summary>Gets the variable, parameter, field or property that an operation names.</summary>
    public static ISymbol? ReferencedSymbol(this IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    public static bool RefersTo(this IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), symbol);

    /// <summary>Gets the receiver of a call; the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value : null);

    public static IOperation? ArgumentOf(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>Gets the values that an array or list consists of where it is written down.</summary>
    public static IEnumerable<IOperation> Elements(this IOperation operation) => operation.Unwrap() switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        var other => [other],
    };

    /// <summary>Whether an operation stands inside <c>nameof</c>, which does not run it.</summary>
    public static bool IsInNameOf(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }
}
