using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Finds the part of a call that a message marks.</summary>
internal static class NameLocation
{
    /// <summary>The name and the arguments of a call, without its receiver.</summary>
    public static Location Of(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } syntax
        ? Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(member.Name.SpanStart, syntax.Span.End))
        : call.Syntax.GetLocation();
}
