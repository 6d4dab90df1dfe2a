using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Turns the declaration of one contract into a contract of Restate.Actors.</summary>
internal sealed class ContractRewriter(ForeignContract contract, ConversionForm form, SemanticModel model)
{
    public InterfaceDeclarationSyntax Rewrite(InterfaceDeclarationSyntax declaration)
    {
        var members = declaration.Members.Select(RewriteMember);
        var changed = AttributeEdit.Apply(declaration, Map, [RestateNames.Attribute("Actor", contract.WireName)]);
        return changed
            .WithBaseList(RewriteBases(declaration.BaseList!))
            .WithMembers(SyntaxFactory.List(members));
    }

    private BaseListSyntax RewriteBases(BaseListSyntax bases)
    {
        var marker = bases.Types.Single(type => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(type.Type).Type, contract.Key!.Marker));
        var target = RestateNames.Type(form == ConversionForm.Service ? "IDurableService" : contract.Key!.Target);
        if (form != ConversionForm.Both)
        {
            return bases.ReplaceNode(marker.Type, target.WithTriviaFrom(marker.Type));
        }

        var added = SyntaxFactory.SimpleBaseType(target).WithTrailingTrivia(marker.GetTrailingTrivia());
        var separator = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var types = bases.Types.GetWithSeparators();
        var index = types.IndexOf(marker);
        return bases.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(
            types.Replace(marker, marker.WithoutTrailingTrivia()).InsertRange(index + 1, [separator, added])));
    }

    private MemberDeclarationSyntax RewriteMember(MemberDeclarationSyntax member)
    {
        var handler = member is MethodDeclarationSyntax method
            ? contract.Handlers.FirstOrDefault(handler => SymbolEqualityComparer.Default.Equals(handler.Method, model.GetDeclaredSymbol(method)))
            : null;
        if (handler is null)
        {
            return member;
        }

        var wanted = new List<AttributeSyntax>();
        if (handler.IsShared && form != ConversionForm.Service)
        {
            wanted.Add(RestateNames.Attribute("Shared"));
        }

        if (handler.IsNamed)
        {
            wanted.Add(RestateNames.Attribute("Handler", handler.WireName));
        }

        if (form == ConversionForm.Both)
        {
            return AttributeEdit.Apply(member, attribute => attribute, wanted);
        }

        // Each new attribute takes the place of the one that it stands for.
        return AttributeEdit.Apply(member, attribute => Replace(attribute, wanted), []);
    }

    private AttributeSyntax? Map(AttributeSyntax attribute) => form == ConversionForm.Both || Find(attribute) is null ? attribute : null;

    private AttributeSyntax? Replace(AttributeSyntax attribute, List<AttributeSyntax> wanted)
    {
        if (Find(attribute) is not { } known)
        {
            return attribute;
        }

        var name = known.Meaning switch { AttributeMeaning.Shared => "Shared", AttributeMeaning.Name => "Handler", _ => null };
        var found = wanted.Find(candidate => name is not null && candidate.Name.ToString().EndsWith("." + name, StringComparison.Ordinal));
        if (found is not null)
        {
            wanted.Remove(found);
        }

        return found;
    }

    private ForeignAttribute? Find(AttributeSyntax attribute) => ForeignAttributes.Find(model.GetTypeInfo(attribute).Type as INamedTypeSymbol);
}
