using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Keeps the usings of a file right: adds that of Restate.Actors, removes those of the old framework that nothing needs any more.</summary>
internal static class Imports
{
    private const string Ambiguous = "CS0104";
    private const string Unnecessary = "CS8019";

    /// <summary>Finishes a file in which names of Restate.Actors are written in full.</summary>
    /// <param name="document">The file.</param>
    /// <param name="model">The model of the file as it was before.</param>
    /// <param name="position">A place in that file where the names are used.</param>
    /// <param name="token">Ends the work early.</param>
    /// <returns>The file with short names, unless those would be ambiguous with what is still there of the old framework.</returns>
    public static async Task<Document> CompleteAsync(Document document, SemanticModel model, int position, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        var imported = document.WithSyntaxRoot(Add(root, model, position));
        var isClear = await CountAsync(imported, Ambiguous, token).ConfigureAwait(false) <= await CountAsync(document, Ambiguous, token).ConfigureAwait(false);
        var simplified = await Simplifier.ReduceAsync(isClear ? imported : document, Simplifier.Annotation, cancellationToken: token).ConfigureAwait(false);
        return await RemoveUnnecessaryAsync(simplified, token).ConfigureAwait(false);
    }

    private static async Task<int> CountAsync(Document document, string id, CancellationToken token)
    {
        var model = await document.GetSemanticModelAsync(token).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: token).Count(diagnostic => diagnostic.Id == id);
    }

    private static CompilationUnitSyntax Add(CompilationUnitSyntax root, SemanticModel model, int position)
    {
        var isImported = model.LookupNamespacesAndTypes(position, name: "IVirtualObject")
            .Any(symbol => symbol.ContainingNamespace?.ToDisplayString() == RestateNames.Namespace);
        if (isImported)
        {
            return root;
        }

        var end = SyntaxFactory.EndOfLine(root.ToFullString().Contains("\r\n") ? "\r\n" : "\n");
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(RestateNames.Namespace))
            .NormalizeWhitespace()
            .WithTrailingTrivia(end);
        var index = root.Usings.Count(directive => IsBefore(directive));
        if (root.Usings.Count == 0)
        {
            // What stands above the code, such as a licence, stays above the using.
            var first = root.GetFirstToken(includeZeroWidth: true);
            return root.ReplaceToken(first, first.WithLeadingTrivia(SyntaxFactory.TriviaList()))
                .WithUsings([added.WithLeadingTrivia(first.LeadingTrivia).WithTrailingTrivia(end, end)]);
        }

        if (index > 0)
        {
            return root.WithUsings(root.Usings.Insert(index, added));
        }

        // What stands above the first using stays above.
        var old = root.Usings[0];
        return root.WithUsings(root.Usings.Replace(old, old.WithoutLeadingTrivia()).Insert(0, added.WithLeadingTrivia(old.GetLeadingTrivia())));
    }

    private static async Task<Document> RemoveUnnecessaryAsync(Document document, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(token).ConfigureAwait(false))!;
        var unnecessary = model.GetDiagnostics(cancellationToken: token)
            .Where(diagnostic => diagnostic.Id == Unnecessary)
            .SelectMany(diagnostic => root.DescendantNodes(diagnostic.Location.SourceSpan).OfType<UsingDirectiveSyntax>().Where(node => node.Span.IntersectsWith(diagnostic.Location.SourceSpan)))
            .Where(directive => directive.Name?.ToString().Split('.')[0] is "Orleans" or "Dapr")
            .Distinct()
            .ToList();
        if (unnecessary.Count == 0)
        {
            return document;
        }

        var changed = root.RemoveNodes(unnecessary, SyntaxRemoveOptions.KeepLeadingTrivia)!;
        if (changed.Usings.Count == 0 && root.Usings.Count > 0)
        {
            var first = changed.GetFirstToken();
            changed = changed.ReplaceToken(first, first.WithLeadingTrivia(first.LeadingTrivia.SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
        }

        return document.WithSyntaxRoot(changed);
    }

    private static bool IsBefore(UsingDirectiveSyntax directive)
    {
        var name = directive.Name?.ToString() ?? string.Empty;
        return directive.Alias is null
            && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || string.CompareOrdinal(name, RestateNames.Namespace) < 0);
    }
}
