using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Follows a variable back to the value that it was declared with.</summary>
internal static class LocalValues
{
    private const int MaxDepth = 4;

    /// <summary>Gets the value behind a reference to a variable that is assigned once; other operations as they are, without conversions.</summary>
    public static IOperation Trace(this IOperation operation)
    {
        var value = operation.Unwrap();
        for (var depth = 0; depth < MaxDepth && value is ILocalReferenceOperation local && InitializerOf(local) is { } initializer; depth++)
        {
            value = initializer.Unwrap();
        }

        return value;
    }

    private static IOperation? InitializerOf(ILocalReferenceOperation reference)
    {
        IOperation? initializer = null;
        foreach (var operation in reference.Root().Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local):
                    initializer = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation assignment when assignment.Target.RefersTo(reference.Local):
                    return null;
            }
        }

        return initializer;
    }
}
