using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Converts contracts of one file.</summary>
internal static class ContractConversion
{
    /// <summary>Finds the contract at a place, if it can be converted there.</summary>
    public static (InterfaceDeclarationSyntax Declaration, ForeignContract Contract)? Find(SyntaxNode root, SemanticModel model, TextSpan place)
    {
        var declaration = root.FindNode(place).FirstAncestorOrSelf<InterfaceDeclarationSyntax>();
        return declaration is not null
            && model.GetDeclaredSymbol(declaration) is INamedTypeSymbol { DeclaringSyntaxReferences.Length: 1 } type
            && ForeignContractReader.Read(type) is { IsConvertible: true } contract
            ? (declaration, contract)
            : null;
    }

    /// <summary>Converts the contracts at some places.</summary>
    public static async Task<Document> ApplyAsync(Document document, IEnumerable<TextSpan> places, ConversionForm form, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(token).ConfigureAwait(false))!;
        var found = places.Select(place => Find(root, model, place)).OfType<(InterfaceDeclarationSyntax Declaration, ForeignContract Contract)>()
            .ToDictionary(pair => pair.Declaration, pair => pair.Contract);
        if (found.Count == 0)
        {
            return document;
        }

        var changed = root.ReplaceNodes(found.Keys, (original, _) => new ContractRewriter(found[original], form, model).Rewrite(original));
        return await Imports.CompleteAsync(document.WithSyntaxRoot(changed), model, found.Keys.First().SpanStart, token).ConfigureAwait(false);
    }
}
