using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Converts actor classes of one file.</summary>
internal static class ClassConversion
{
    /// <summary>Finds the class at a place, if its base class can be replaced there.</summary>
    public static ConvertibleClass? Find(SyntaxNode root, SemanticModel model, TextSpan place)
    {
        if (root.FindNode(place).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { BaseList: { } bases } declaration
            || model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol { BaseType: { IsGenericType: false } parent } type
            || ForeignTypes.FrameworkOf(parent) is null
            || type.AllInterfaces.FirstOrDefault(ForeignTypes.IsRestateContract) is not { } contract)
        {
            return null;
        }

        var old = bases.Types.FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(item.Type).Type, parent));
        return old is null ? null : new ConvertibleClass(declaration, contract, old);
    }

    /// <summary>Converts the classes at some places.</summary>
    public static async Task<Document> ApplyAsync(Document document, IEnumerable<TextSpan> places, CancellationToken token)
    {
        var root = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(token).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(token).ConfigureAwait(false))!;
        var found = places.Select(place => Find(root, model, place)).OfType<ConvertibleClass>().ToDictionary(item => item.Declaration);
        if (found.Count == 0)
        {
            return document;
        }

        var changed = root.ReplaceNodes(found.Keys, (original, _) => new ClassRewriter(found[original], model).Rewrite());
        return await Imports.CompleteAsync(document.WithSyntaxRoot(changed), model, found.Keys.First().SpanStart, token).ConfigureAwait(false);
    }
}
