using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA3004: writes the state after its last change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WriteStateFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RSTA3004"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var statement = root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>();
            if (root is null
                || statement is not { Parent: BlockSyntax or SwitchSectionSyntax }
                || !diagnostic.Properties.TryGetValue("Write", out var write)
                || (write!.StartsWith("await ", StringComparison.Ordinal) && !IsInAsyncFunction(statement)))
            {
                continue;
            }

            var added = SyntaxFactory.ParseStatement(write + ";")
                .WithLeadingTrivia(Indentation(statement))
                .WithTrailingTrivia(SyntaxFactory.EndOfLine(EndOfLine(statement)));
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Write the state",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.InsertNodesAfter(statement, [added]))),
                    equivalenceKey: "RSTA3004"),
                diagnostic);
        }
    }

    private static SyntaxTriviaList Indentation(StatementSyntax statement)
    {
        var trivia = statement.GetLeadingTrivia();
        var last = trivia.Count == 0 ? default : trivia[trivia.Count - 1];
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;
    }

    private static string EndOfLine(StatementSyntax statement)
    {
        var end = statement.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end == default ? "\n" : end.ToString();
    }

    private static bool IsInAsyncFunction(StatementSyntax statement)
    {
        foreach (var node in statement.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword != default;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }
}
