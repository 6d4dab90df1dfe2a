using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.CodeFixes.Editing;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA2006: removes <c>ConfigureAwait(false)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConfigureAwaitFix() : ExpressionFix("RSTA2006", "Remove ConfigureAwait(false)")
{
    private protected override (ExpressionSyntax Target, string Replacement)? Replace(ExpressionSyntax expression, SemanticModel model, CancellationToken token)
    {
        return expression.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } member } call
            ? (call, member.Expression.WithoutTrailingTrivia().ToString())
            : null;
    }
}
