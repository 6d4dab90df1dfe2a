using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.CodeFixes.Editing;

/// <summary>A fix that replaces one expression by another.</summary>
public abstract class ExpressionFix : CodeFixProvider
{
    private readonly string _title;

    private protected ExpressionFix(string id, string title)
    {
        FixableDiagnosticIds = [id];
        _title = title;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node.FirstAncestorOrSelf<ExpressionSyntax>() is { } expression && Replace(expression, model, context.CancellationToken) is var (target, replacement))
            {
                var document = context.Document;
                var changed = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(target);
                context.RegisterCodeFix(
                    CodeAction.Create(_title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(target, changed))), equivalenceKey: FixableDiagnosticIds[0]),
                    diagnostic);
            }
        }
    }

    /// <summary>Finds what to replace.</summary>
    /// <param name="expression">The expression that was reported.</param>
    /// <param name="model">The model of its document.</param>
    /// <param name="token">Ends the work early.</param>
    /// <returns>The expression and its new text, or <see langword="null"/> if there is no fix here.</returns>
    private protected abstract (ExpressionSyntax Target, string Replacement)? Replace(ExpressionSyntax expression, SemanticModel model, CancellationToken token);
}
