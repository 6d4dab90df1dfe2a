using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads how a handler relates to its key from its attributes.</summary>
internal static class HandlerKindParser
{
    private static readonly string[] Kinds = ["Exclusive", "Shared", "WorkflowRun"];

    /// <summary>All attributes of handlers, without the suffix.</summary>
    public static IReadOnlyList<string> AttributeNames { get; } = [.. Kinds, "Handler"];

    public static HandlerKind Parse(IMethodSymbol method, ContractMember member, ActorKind kind, Findings findings)
    {
        var present = Array.FindAll(Kinds, name => RestateSymbols.FindAttribute(method, name + "Attribute") is not null);
        if (present.Length > 1)
        {
            var list = string.Join(" and ", present.Select(name => $"[{name}]"));
            member.Report(findings, ContractRules.Attribute, method.Name, $"has {list}. They exclude each other: keep one.");
        }
        else if (Problem(kind, present.FirstOrDefault()) is { } problem)
        {
            member.Report(findings, ContractRules.Attribute, method.Name, problem);
        }

        return (kind, present.FirstOrDefault()) switch
        {
            (ActorKind.Service, _) => HandlerKind.Service,
            (_, "Shared") => HandlerKind.Shared,
            (ActorKind.Workflow, "WorkflowRun") => HandlerKind.WorkflowRun,
            (ActorKind.Workflow, _) => HandlerKind.Shared,
            _ => HandlerKind.Exclusive,
        };
    }

    private static string? Problem(ActorKind kind, string? attribute) => (kind, attribute) switch
    {
        (ActorKind.Service, not null) => $"has [{attribute}]. A service has no key to share: remove the attribute, or derive the contract from IVirtualObject.",
        (ActorKind.VirtualObject, "WorkflowRun") => "has [WorkflowRun]. Only workflows run once per key: remove the attribute, or derive the contract from IWorkflow.",
        (ActorKind.Workflow, "Exclusive") => "has [Exclusive]. Only the run of a workflow writes its state: use [WorkflowRun] or [Shared].",
        (ActorKind.Workflow, null) => "says neither [WorkflowRun] nor [Shared]. A handler of a workflow is the run itself or runs beside it: add one of them.",
        _ => null,
    };
}
