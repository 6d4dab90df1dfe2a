using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.CodeFixes.Editing;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA2001: reads the time from <c>Time</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WallClockFix() : ExpressionFix("RSTA2001", "Use Time")
{
    private protected override (ExpressionSyntax Target, string Replacement)? Replace(ExpressionSyntax expression, SemanticModel model, CancellationToken token)
    {
        if (model.GetSymbolInfo(expression, token).Symbol is not IPropertySymbol property || ActorMembers.Find(model, expression.SpanStart, "Time") is not { } time)
        {
            return null;
        }

        var replacement = (property.ContainingType.Name, property.Name) switch
        {
            ("DateTime", "UtcNow") => $"{time}.GetUtcNow().UtcDateTime",
            ("DateTime", "Now") => $"{time}.GetLocalNow().DateTime",
            ("DateTime", "Today") => $"{time}.GetLocalNow().Date",
            ("DateTimeOffset", "UtcNow") => $"{time}.GetUtcNow()",
            ("DateTimeOffset", "Now") => $"{time}.GetLocalNow()",
            ("TimeProvider", "System") => time,
            _ => null,
        };
        return replacement is null ? null : (expression, replacement);
    }
}
