using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>RSTA3002: resources held across a durable await.</summary>
/// <remarks>Objects that hold memory only, types of this project and values typed as <c>IDisposable</c> itself do not count.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HeldDisposableAnalyzer() : DurableCodeAnalyzer(LifetimeRules.HeldDisposable)
{
    private static readonly string[] Harmless =
    [
        "System.IDisposable", "System.IAsyncDisposable", "System.Threading.CancellationTokenSource", "System.Threading.CancellationTokenRegistration",
        "System.Threading.PeriodicTimer", "System.Threading.SemaphoreSlim", "System.Threading.ITimer", "System.IO.MemoryStream", "System.IO.StringReader",
        "System.IO.StringWriter", "System.Text.Json.JsonDocument", "System.Text.Json.Utf8JsonWriter", "System.Diagnostics.Activity",
        "System.Buffers.IMemoryOwner`1", "System.Collections.IEnumerator", "System.Collections.Generic.IEnumerator`1",
        "System.Collections.Generic.IAsyncEnumerator`1", "System.Security.Cryptography.HashAlgorithm", "System.Security.Cryptography.IncrementalHash",
    ];

    private protected override void Register(DurableCodeContext context)
    {
        var harmless = new HashSet<ISymbol>(Harmless.Select(context.Compilation.GetTypeByMetadataName).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        context.OnOperation(operation => AnalyzeStatement(operation, harmless), OperationKind.Using);
        context.OnOperation(operation => AnalyzeDeclaration(operation, harmless), OperationKind.UsingDeclaration);
    }

    private static void AnalyzeStatement(OperationAnalysisContext context, HashSet<ISymbol> harmless)
    {
        var statement = (IUsingOperation)context.Operation;
        if (WaitsForDurable(statement.Body))
        {
            Report(context, statement.Resources, harmless);
        }
    }

    private static void AnalyzeDeclaration(OperationAnalysisContext context, HashSet<ISymbol> harmless)
    {
        var declaration = (IUsingDeclarationOperation)context.Operation;
        var rest = declaration.Parent?.ChildOperations.SkipWhile(operation => operation != declaration).Skip(1) ?? [];
        if (rest.Any(operation => operation is not ILocalFunctionOperation && WaitsForDurable(operation)))
        {
            Report(context, declaration.DeclarationGroup, harmless);
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation resources, HashSet<ISymbol> harmless)
    {
        var declarators = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).ToList()
            : [];
        foreach (var declarator in declarators)
        {
            if (IsResource(declarator.GetVariableInitializer()?.Value.Unwrap().Type ?? declarator.Symbol.Type, harmless))
            {
                context.ReportDiagnostic(Diagnostic.Create(LifetimeRules.HeldDisposable, declarator.Symbol.Locations[0], declarator.Symbol.Name));
            }
        }

        if (declarators.Count == 0 && resources.Unwrap() is { Type: { } type } value && IsResource(type, harmless))
        {
            context.ReportDiagnostic(Diagnostic.Create(LifetimeRules.HeldDisposable, value.Syntax.GetLocation(), value.Syntax.ToString()));
        }
    }

    private static bool IsResource(ITypeSymbol type, HashSet<ISymbol> harmless)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (harmless.Contains(current.OriginalDefinition))
            {
                return false;
            }

            if (current.DeclaringSyntaxReferences.Length == 0 && current.SpecialType == SpecialType.None && current.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
            {
                return !current.AllInterfaces.Any(candidate => candidate.Name is "IEnumerator" or "IAsyncEnumerator" or "IMemoryOwner" or "IActor");
            }
        }

        return false;
    }

    private static bool WaitsForDurable(IOperation body) =>
        body.InnerOperations().Prepend(body).Any(operation => operation is IAwaitOperation await && await.AwaitedTask().IsDurableTask() is true);
}
