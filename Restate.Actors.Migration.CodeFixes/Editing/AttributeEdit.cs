using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Replaces, removes and adds the attributes of a declaration, and keeps its comments and its layout.</summary>
internal static class AttributeEdit
{
    /// <summary>Changes the attributes of a declaration.</summary>
    /// <param name="member">The declaration.</param>
    /// <param name="map">What becomes of each: itself, another one, or <see langword="null"/> for none.</param>
    /// <param name="added">Attributes that come before the others, on lines of their own.</param>
    /// <returns>The changed declaration.</returns>
    public static T Apply<T>(T member, Func<AttributeSyntax, AttributeSyntax?> map, IReadOnlyList<AttributeSyntax> added)
        where T : MemberDeclarationSyntax
    {
        var leading = member.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading.Last()) : default;
        var lines = member.SyntaxTree.GetText().Lines;
        var first = lines[0];
        var end = SyntaxFactory.EndOfLine(first.EndIncludingLineBreak - first.End == 2 ? "\r\n" : "\n");

        var stripped = member.WithLeadingTrivia(indentation);
        var kept = stripped.AttributeLists.Zip(member.AttributeLists, (list, original) => Map(list, original, map)).OfType<AttributeListSyntax>();
        var lists = added
            .Select(attribute => SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithLeadingTrivia(indentation).WithTrailingTrivia(end))
            .Concat(kept);
        return (T)((T)stripped.WithAttributeLists(SyntaxFactory.List(lists))).WithLeadingTrivia(leading);
    }

    private static AttributeListSyntax? Map(AttributeListSyntax list, AttributeListSyntax original, Func<AttributeSyntax, AttributeSyntax?> map)
    {
        // Only attributes of the tree have a meaning; those of the copy have the layout.
        var attributes = original.Attributes.Select(map).OfType<AttributeSyntax>().ToList();
        if (attributes.Count == 0)
        {
            return null;
        }

        return attributes.SequenceEqual(original.Attributes)
            ? list
            : list.WithAttributes(SyntaxFactory.SeparatedList(
                attributes.Select(attribute => attribute.WithoutTrivia()),
                attributes.Skip(1).Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space))));
    }
}
