using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>Tells what happens to a lambda, a method group or a reference to a delegate.</summary>
internal static class DelegateUses
{
    /// <summary>The namespaces whose methods call delegates in place, unless they are known to do otherwise.</summary>
    private static readonly HashSet<string> InPlaceNamespaces = new(StringComparer.Ordinal)
    {
        "System",
        "System.Linq",
        "System.Collections.Generic",
        "System.Collections.Concurrent",
        "System.Collections.Immutable",
        "System.Threading",
        "System.Threading.Tasks",
        "Restate.Actors",
    };

    private static readonly HashSet<string> OtherThreads = new(StringComparer.Ordinal)
    {
        "System.Threading.Thread",
        "System.Threading.ThreadPool",
        "System.Threading.Timer",
        "System.Threading.Tasks.Parallel",
        "System.Linq.ParallelEnumerable",
        "System.Timers.Timer",
    };

    public static DelegateUse Of(IOperation value)
    {
        var type = (value as IAnonymousFunctionOperation)?.Symbol ?? (value as IMethodReferenceOperation)?.Method;
        if (type is not null && type.Parameters.Any(parameter => RestateSymbols.IsRestateType(parameter.Type, "RunContext")))
        {
            return new DelegateUse(DelegateUseKind.Step);
        }

        var outer = value.Parent;
        while (outer is IConversionOperation or IDelegateCreationOperation or IParenthesizedOperation)
        {
            outer = outer.Parent;
        }

        return outer switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } argument => OfArgument(call.TargetMethod, argument),
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument => OfArgument(constructor, argument),
            IInvocationOperation => new DelegateUse(DelegateUseKind.InPlace),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation variable } => new DelegateUse(DelegateUseKind.Named, variable.Symbol),
            IAssignmentOperation { Target: ILocalReferenceOperation local } => new DelegateUse(DelegateUseKind.Named, local.Local),
            IEventAssignmentOperation => new DelegateUse(DelegateUseKind.Elsewhere),
            _ => default,
        };
    }

    private static DelegateUse OfArgument(IMethodSymbol method, IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter || IsExpressionTree(parameter.Type))
        {
            return default;
        }

        if (TakesRunContext(parameter.Type))
        {
            return new DelegateUse(DelegateUseKind.Step, By: method);
        }

        if (method.MethodKind == MethodKind.LocalFunction || method.ContainingType.DeclaringSyntaxReferences.Length > 0)
        {
            return new DelegateUse(DelegateUseKind.Named, parameter.OriginalDefinition, method);
        }

        if (IsOtherThread(method))
        {
            return new DelegateUse(DelegateUseKind.Elsewhere, By: method);
        }

        var isInPlace = InPlaceNamespaces.Contains(method.ContainingNamespace.ToDisplayString());
        return new DelegateUse(isInPlace ? DelegateUseKind.InPlace : DelegateUseKind.Unknown, By: method);
    }

    private static bool IsOtherThread(IMethodSymbol method) => method.ContainingType.MetadataName() switch
    {
        "System.Threading.Tasks.Task" => method is { IsStatic: true, Name: "Run" },
        var type => OtherThreads.Contains(type),
    };

    private static bool TakesRunContext(ITypeSymbol type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
        && invoke.Parameters.Any(parameter => RestateSymbols.IsRestateType(parameter.Type, "RunContext"));

    private static bool IsExpressionTree(ITypeSymbol type) => type is { Name: "Expression", ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
