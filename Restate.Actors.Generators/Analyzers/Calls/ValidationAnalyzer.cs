using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Calls;

/// <summary>RSTA4101: argument exceptions in handlers, which are retried.</summary>
/// <remarks>
/// Not reported when <c>[TerminalOn]</c> on the method or class, or a <c>TreatAsTerminal&lt;T&gt;</c> somewhere in the project, makes the type or a base of it
/// terminal. Mappings in other projects are not seen.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ValidationAnalyzer() : DurableCodeAnalyzer(CallRules.Validation)
{
    private protected override void Register(DurableCodeContext context)
    {
        var argument = context.Compilation.GetTypeByMetadataName("System.ArgumentException");
        var mapped = new Lazy<HashSet<string>>(() => FindMappedNames(context.Compilation));
        context.OnOperation(operation => Analyze(operation, argument, mapped), OperationKind.Throw, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol? argument, Lazy<HashSet<string>> mapped)
    {
        var (type, name) = context.Operation switch
        {
            IThrowOperation { Exception: { } exception } => (exception.Unwrap() is IObjectCreationOperation created ? created.Type : null, "throw"),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } when method.Name.StartsWith("ThrowIf", StringComparison.Ordinal) => (method.ContainingType, method.Display()),
            _ => (null, string.Empty),
        };
        if (type is not null && argument is not null && IsOrDerives(type, argument) && !IsMapped(type, context.ContainingSymbol, mapped))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallRules.Validation, context.Operation.Syntax.GetLocation(), name == "throw" ? $"throw new {type.Name}" : name));
        }
    }

    private static bool IsMapped(ITypeSymbol type, ISymbol member, Lazy<HashSet<string>> mapped)
    {
        var attributes = member.GetAttributes().Concat(member.ContainingType.GetAttributes());
        return attributes.Any(attribute => RestateSymbols.IsRestateType(attribute.AttributeClass, "TerminalOnAttribute")
                && attribute.ArgumentValue(0) is ITypeSymbol target && IsOrDerives(type, target))
            || type.SelfAndBases().Any(candidate => mapped.Value.Contains(candidate.Name));
    }

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol target)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, target))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the simple names of the types in <c>TreatAsTerminal&lt;T&gt;</c>, by syntax alone: it is asked for rarely, and must not bind the project.</summary>
    private static HashSet<string> FindMappedNames(Compilation compilation) => new(
        compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>())
            .Where(name => name.Identifier.ValueText is "TreatAsTerminal" or "MapError" && name.TypeArgumentList.Arguments.Count == 1)
            .Select(name => name.TypeArgumentList.Arguments[0].ToString().Split('.').Last()),
        StringComparer.Ordinal);
}
