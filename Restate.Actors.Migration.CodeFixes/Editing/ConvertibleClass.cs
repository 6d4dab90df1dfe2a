using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>A class that serves a Restate contract and still derives from a class of its old framework.</summary>
/// <param name="Declaration">The class.</param>
/// <param name="Contract">The contract.</param>
/// <param name="OldBase">The base class in its list.</param>
internal sealed record ConvertibleClass(ClassDeclarationSyntax Declaration, INamedTypeSymbol Contract, BaseTypeSyntax OldBase);
