using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Restate.Actors.Migration.CodeFixes.Editing;

namespace Restate.Actors.Migration.CodeFixes;

/// <summary>RSTA6004: derives a class that serves a Restate contract from the base class of Restate.Actors.</summary>
/// <remarks>
/// It also turns reads of the own key and calls of other grains into the members of that class, and removes attributes that are of no concern any more.
/// What else the class uses of its old framework, the compiler shows afterwards.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConvertClassFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RSTA6004"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ClassConversion.ApplyAsync(document, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false));

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
            if (ClassConversion.Find(root, model, diagnostic.Location.SourceSpan) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Derive it from the base class of Restate.Actors",
                        token => ClassConversion.ApplyAsync(context.Document, [diagnostic.Location.SourceSpan], token),
                        equivalenceKey: "RSTA6004"),
                    diagnostic);
            }
        }
    }
}
