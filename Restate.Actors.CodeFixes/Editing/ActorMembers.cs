using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.CodeFixes.Editing;

/// <summary>Finds the expression that reaches a member of the context from a place in an actor or helper.</summary>
internal static class ActorMembers
{
    /// <summary>Gets the expression for a member such as <c>Time</c>.</summary>
    /// <param name="model">The model of the document.</param>
    /// <param name="position">The place.</param>
    /// <param name="member">The member of the actor and of <c>IActorContext</c>.</param>
    /// <returns>The member alone in an actor; with the field or parameter that holds the context elsewhere; <see langword="null"/> if there is none.</returns>
    public static string? Find(SemanticModel model, int position, string member)
    {
        var symbols = model.LookupSymbols(position);
        var isStatic = IsInStatic(model, position);
        if (!isStatic && symbols.Any(symbol => symbol.Name == member && IsRestateType(symbol.ContainingType, "Actor")))
        {
            return member;
        }

        var holder = symbols
            .Where(symbol => IsRestateType(TypeOf(symbol), "IActorContext") && (!isStatic || symbol is ILocalSymbol or IParameterSymbol))
            .OrderBy(symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1)
            .FirstOrDefault();
        return holder is null ? null : $"{holder.Name}.{member}";
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsStatic: false } field => field.Type,
        IPropertySymbol { IsStatic: false } property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static bool IsInStatic(SemanticModel model, int position) =>
        model.SyntaxTree.GetRoot().FindToken(position).Parent!.Ancestors().Any(node => node switch
        {
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
            AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.StaticKeyword),
            PropertyDeclarationSyntax property => property.Modifiers.Any(SyntaxKind.StaticKeyword),
            _ => false,
        });

    private static bool IsRestateType(ITypeSymbol? type, string name) =>
        type is { ContainingNamespace: { Name: "Actors", ContainingNamespace: { Name: "Restate", ContainingNamespace.IsGlobalNamespace: true } } } && type.Name == name;
}
