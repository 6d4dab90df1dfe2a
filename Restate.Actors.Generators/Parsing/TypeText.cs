using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Writes types and names as C# source.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type with <c>global::</c> and nullable annotations.</summary>
    /// <remarks>A dynamic value is an object here: else every call with it would be bound at run time.</remarks>
    public static string Of(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic
        ? (type.NullableAnnotation == NullableAnnotation.Annotated ? "object?" : "object")
        : type.ToDisplayString(Annotated);

    /// <summary>The type as <c>typeof</c> and patterns take it.</summary>
    public static string ForRuntime(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic ? "object" : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string StringLiteral(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Namespace(ITypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace
            ? string.Empty
            : type.ContainingNamespace.ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>The name of a type with those of its containing types, as part of an identifier that no other type of the namespace has.</summary>
    /// <remarks>An underscore is always the first of two letters here: what is nested in Outer is not what is called Outer_Inner.</remarks>
    public static string FlatName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{FlatName(outer)}{(outer.Arity == 0 ? "" : $"_a{outer.Arity}")}_n{Escape(type.Name)}" : Escape(type.Name);

    private static string Escape(string name) => name.Replace("_", "_u");
}
