using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Writes names of Restate.Actors in full, to be shortened where that is not ambiguous.</summary>
internal static class RestateNames
{
    public const string Namespace = "Restate.Actors";

    /// <summary>A type, as <c>IVirtualObject&lt;Guid&gt;</c>.</summary>
    public static TypeSyntax Type(string name)
    {
        var full = name.Replace("<Guid>", "<global::System.Guid>");
        return SyntaxFactory.ParseTypeName($"global::{Namespace}.{full}").WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>An attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="argument">Its text argument, if it has one.</param>
    public static AttributeSyntax Attribute(string name, string? argument = null)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName($"global::{Namespace}.{name}").WithAdditionalAnnotations(Simplifier.Annotation));
        return argument is null ? attribute : attribute.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"({SymbolDisplay.FormatLiteral(argument, quote: true)})"));
    }
}
