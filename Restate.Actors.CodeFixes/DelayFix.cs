using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.CodeFixes.Editing;

namespace Restate.Actors.CodeFixes;

/// <summary>RSTA2008: waits with <c>Time</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DelayFix() : ExpressionFix("RSTA2008", "Wait with Time")
{
    private protected override (ExpressionSyntax Target, string Replacement)? Replace(ExpressionSyntax expression, SemanticModel model, CancellationToken token)
    {
        var arguments = expression switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is null || arguments.Arguments.Any(argument => argument.NameColon is not null) || ActorMembers.Find(model, expression.SpanStart, "Time") is not { } time)
        {
            return null;
        }

        var delay = DelayIndex(model.GetOperation(expression, token));
        if (delay < 0 || delay >= arguments.Arguments.Count)
        {
            return null;
        }

        var texts = arguments.Arguments.Select(argument => argument.ToString()).ToList();
        if (model.GetTypeInfo(arguments.Arguments[delay].Expression, token).Type?.SpecialType is not null and not SpecialType.None)
        {
            texts[delay] = $"TimeSpan.FromMilliseconds({texts[delay]})";
        }

        texts.Insert(delay + 1, time);
        var list = SyntaxFactory.ParseArgumentList($"({string.Join(", ", texts)})").WithTriviaFrom(arguments);
        return (expression, expression.ReplaceNode(arguments, list).WithoutTrivia().ToFullString());
    }

    private static int DelayIndex(IOperation? operation)
    {
        var method = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };
        return method is null ? -1 : method.Parameters.IndexOf(method.Parameters.FirstOrDefault(parameter => parameter.Type.Name is "TimeSpan" or "Int32")!);
    }
}
