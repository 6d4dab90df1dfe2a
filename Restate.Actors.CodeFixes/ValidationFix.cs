using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA4101: throws a terminal failure with code 400.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ValidationFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RSTA4101"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
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
            if (Replace(node, model, context.CancellationToken) is var (target, replacement))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Throw TerminalException with code 400",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(target, replacement))),
                        equivalenceKey: "RSTA4101"),
                    diagnostic);
            }
        }
    }

    private static (SyntaxNode Target, SyntaxNode Replacement)? Replace(SyntaxNode node, SemanticModel model, CancellationToken token)
    {
        var thrown = node switch
        {
            ThrowStatementSyntax statement => statement.Expression,
            ThrowExpressionSyntax expression => expression.Expression,
            _ => null,
        };
        if (thrown is not null)
        {
            return model.GetOperation(thrown, token) is IObjectCreationOperation created
                ? (thrown, Terminal(Message(created)).WithTriviaFrom(thrown))
                : null;
        }

        return node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } check && model.GetOperation(check.Expression, token) is IInvocationOperation call && Check(call) is var (condition, message)
            ? (check, IfStatement(condition, message, check))
            : null;
    }

    private static string Message(IObjectCreationOperation created)
    {
        var message = Argument(created, "message");
        if (message is not null)
        {
            return message;
        }

        return Argument(created, "paramName") is { } name ? $"$\"{{{name}}} is not valid.\"" : "\"The argument is not valid.\"";
    }

    private static string? Argument(IObjectCreationOperation created, string parameter) =>
        created.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && !argument.IsImplicit)?.Value.Syntax.ToString();

    private static (string Condition, string Message)? Check(IInvocationOperation call)
    {
        var value = call.Arguments[0].Value.Syntax.ToString();
        var other = call.Arguments.Length > 1 && !call.Arguments[1].IsImplicit ? call.Arguments[1].Value.Syntax.ToString() : null;
        return call.TargetMethod.Name switch
        {
            "ThrowIfNull" => ($"{value} is null", $"\"{value} is required.\""),
            "ThrowIfNullOrEmpty" => ($"string.IsNullOrEmpty({value})", $"\"{value} is required.\""),
            "ThrowIfNullOrWhiteSpace" => ($"string.IsNullOrWhiteSpace({value})", $"\"{value} is required.\""),
            "ThrowIfNegative" => ($"{value} < 0", $"\"{value} must not be negative.\""),
            "ThrowIfNegativeOrZero" => ($"{value} <= 0", $"\"{value} must be positive.\""),
            "ThrowIfZero" => ($"{value} == 0", $"\"{value} must not be zero.\""),
            "ThrowIfLessThan" when other is not null => ($"{value} < {other}", $"$\"{value} must be at least {{{other}}}.\""),
            "ThrowIfLessThanOrEqual" when other is not null => ($"{value} <= {other}", $"$\"{value} must be more than {{{other}}}.\""),
            "ThrowIfGreaterThan" when other is not null => ($"{value} > {other}", $"$\"{value} must be at most {{{other}}}.\""),
            "ThrowIfGreaterThanOrEqual" when other is not null => ($"{value} >= {other}", $"$\"{value} must be less than {{{other}}}.\""),
            _ => null,
        };
    }

    private static StatementSyntax IfStatement(string condition, string message, ExpressionStatementSyntax check)
    {
        var indentation = check.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        var text = $"if ({condition})\n{indentation}{{\n{indentation}    throw {TerminalText(message)};\n{indentation}}}";
        return WithSimplifiedNames(SyntaxFactory.ParseStatement(text)).WithTriviaFrom(check);
    }

    private static ExpressionSyntax Terminal(string message) => WithSimplifiedNames(SyntaxFactory.ParseExpression(TerminalText(message)));

    private static string TerminalText(string message) => $"new global::Restate.Actors.TerminalException({message}, 400)";

    private static T WithSimplifiedNames<T>(T node)
        where T : SyntaxNode =>
        node.ReplaceNodes(
            node.DescendantNodes().OfType<QualifiedNameSyntax>().Where(name => name.Parent is ObjectCreationExpressionSyntax),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
}
