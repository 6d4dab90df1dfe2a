using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration.CodeFixes.Editing;

/// <summary>Turns the declaration of one class into an actor of Restate.Actors.</summary>
internal sealed class ClassRewriter(ConvertibleClass target, SemanticModel model)
{
    public ClassDeclarationSyntax Rewrite()
    {
        var edits = new Dictionary<SyntaxNode, SyntaxNode?>
        {
            [target.OldBase] = SyntaxFactory.SimpleBaseType(RestateNames.Type(RestateBaseClass.Of(target.Contract))).WithTriviaFrom(target.OldBase),
        };
        foreach (var invocation in target.Declaration.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (Replace(invocation) is var (old, replacement))
            {
                edits[old] = SyntaxFactory.ParseExpression(replacement).WithTriviaFrom(old);
            }
        }

        AddHostEdits(edits);
        var removed = edits.Where(edit => edit.Value is null).Select(edit => edit.Key).ToList();
        var tracked = target.Declaration.TrackNodes(edits.Keys);
        var changed = tracked.ReplaceNodes(
            edits.Where(edit => edit.Value is not null).Select(edit => tracked.GetCurrentNode(edit.Key)!),
            (current, _) => edits.Single(edit => edit.Value is not null && ReferenceEquals(tracked.GetCurrentNode(edit.Key), current)).Value!);
        foreach (var node in removed)
        {
            changed = changed.RemoveNode(changed.GetCurrentNode(node)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        return WithoutDroppedAttributes(WithoutBlankStart(changed));
    }

    /// <summary>A constructor that was the first member leaves an empty line behind.</summary>
    private static ClassDeclarationSyntax WithoutBlankStart(ClassDeclarationSyntax changed) =>
        changed.Members.Count > 0 && changed.Members[0] is var first && first.GetLeadingTrivia() is { Count: > 0 } trivia && trivia[0].IsKind(SyntaxKind.EndOfLineTrivia)
            ? changed.ReplaceNode(first, first.WithLeadingTrivia(first.GetLeadingTrivia().Skip(1)))
            : changed;

    /// <summary>What is written for a read of the own key or a call of another grain.</summary>
    private (SyntaxNode Old, string Replacement)? Replace(InvocationExpressionSyntax invocation)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax access)
        {
            return null;
        }

        var symbol = model.GetSymbolInfo(invocation);
        var method = (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) as IMethodSymbol;
        if (method is null || ForeignTypes.FrameworkOf(method.ContainingType) is null)
        {
            return null;
        }

        return method.Name switch
        {
            "GetPrimaryKey" or "GetPrimaryKeyLong" or "GetPrimaryKeyString" when access.Expression is ThisExpressionSyntax && invocation.ArgumentList.Arguments.Count == 0 => (invocation, "Key"),
            "GetId" when access.Expression is IdentifierNameSyntax { Identifier.Text: "Id" } => (invocation, "Key"),
            "GetGrain" when invocation.ArgumentList.Arguments.Count == 1 && access.Name is GenericNameSyntax name && access.Expression.ToString() is "GrainFactory" or "this.GrainFactory" =>
                (access, $"Actors.GetActor{name.TypeArgumentList}"),
            _ => null,
        };
    }

    /// <summary>Takes out what only handed a host to the base class of Dapr.</summary>
    private void AddHostEdits(Dictionary<SyntaxNode, SyntaxNode?> edits)
    {
        if (target.OldBase is PrimaryConstructorBaseTypeSyntax primary && target.Declaration.ParameterList is { } parameters)
        {
            AddParameterEdits(parameters, primary.ArgumentList, target.Declaration, edits);
        }

        foreach (var constructor in target.Declaration.Members.OfType<ConstructorDeclarationSyntax>())
        {
            if (constructor.Initializer is not { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.BaseKeyword } initializer)
            {
                continue;
            }

            var rest = AddParameterEdits(constructor.ParameterList, initializer.ArgumentList, constructor, edits);
            if (rest == 0 && constructor.Body is { Statements.Count: 0 })
            {
                foreach (var parameter in constructor.ParameterList.Parameters)
                {
                    edits.Remove(parameter);
                }

                edits[constructor] = null;
            }
            else
            {
                edits[initializer] = null;
            }
        }
    }

    private static int AddParameterEdits(ParameterListSyntax parameters, ArgumentListSyntax handed, SyntaxNode scope, Dictionary<SyntaxNode, SyntaxNode?> edits)
    {
        var rest = parameters.Parameters.Count;
        foreach (var parameter in parameters.Parameters)
        {
            var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.Text == parameter.Identifier.Text).ToList();
            if (uses.Count > 0 && uses.All(use => handed.Span.Contains(use.Span)))
            {
                edits[parameter] = null;
                rest--;
            }
        }

        return rest;
    }

    private ClassDeclarationSyntax WithoutDroppedAttributes(ClassDeclarationSyntax changed)
    {
        var dropped = target.Declaration.AttributeLists.SelectMany(list => list.Attributes)
            .Where(attribute => ForeignAttributes.Find(model.GetTypeInfo(attribute).Type as INamedTypeSymbol) is { Meaning: AttributeMeaning.Dropped })
            .Select(attribute => attribute.SpanStart - target.Declaration.SpanStart)
            .ToList();

        // Nothing before the attributes of a class was edited, so their places are the same.
        var start = changed.SpanStart;
        return dropped.Count == 0
            ? changed
            : AttributeEdit.Apply(changed, attribute => dropped.Contains(attribute.SpanStart - start) ? null : attribute, []);
    }
}
