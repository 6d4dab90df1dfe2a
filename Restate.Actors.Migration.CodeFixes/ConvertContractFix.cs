using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Restate.Actors.Migration.CodeFixes.Editing;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration.CodeFixes;

/// <summary>RSTA6001: turns a contract of Orleans or Dapr into one of Restate.Actors.</summary>
/// <remarks>Offered when nothing stands in the way, and the project references Restate.Actors.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConvertContractFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RSTA6001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ContractConversion.ApplyAsync(
            document,
            diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan),
            (ConversionForm)Enum.Parse(typeof(ConversionForm), context.CodeActionEquivalenceKey!),
            context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || model.Compilation.GetTypeByMetadataName("Restate.Actors.IActor") is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (ContractConversion.Find(root, model, diagnostic.Location.SourceSpan) is not { } found)
            {
                continue;
            }

            Register(context, diagnostic, ConversionForm.VirtualObject, "Convert to a Restate contract");
            if (found.Contract.Framework == Framework.Orleans)
            {
                Register(context, diagnostic, ConversionForm.Both, "Make it a Restate contract too, and keep Orleans");
                Register(context, diagnostic, ConversionForm.Service, "Convert to a Restate service without key");
            }
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, ConversionForm form, string title) => context.RegisterCodeFix(
        CodeAction.Create(title, token => ContractConversion.ApplyAsync(context.Document, [diagnostic.Location.SourceSpan], form, token), equivalenceKey: form.ToString()),
        diagnostic);
}
