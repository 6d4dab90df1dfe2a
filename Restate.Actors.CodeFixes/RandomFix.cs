using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.CodeFixes.Editing;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA2002: takes values from the seed of the invocation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RandomFix() : ExpressionFix("RSTA2002", "Use values that a replay repeats")
{
    private protected override (ExpressionSyntax Target, string Replacement)? Replace(ExpressionSyntax expression, SemanticModel model, CancellationToken token)
    {
        var symbol = model.GetSymbolInfo(expression, token).Symbol;
        var (member, suffix) = (symbol?.ContainingType?.Name, symbol?.Name) switch
        {
            ("Guid", "NewGuid") when expression is InvocationExpressionSyntax => ("NewGuid", "()"),
            ("Random", "Shared") => ("Random", string.Empty),
            ("Random", ".ctor") when expression is BaseObjectCreationExpressionSyntax => ("Random", string.Empty),
            _ => (null, string.Empty),
        };
        return member is not null && ActorMembers.Find(model, expression.SpanStart, member) is { } found ? (expression, found + suffix) : null;
    }
}
