using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads the handlers of a contract: its own methods and those of all its base interfaces.</summary>
internal static class HandlerParser
{
    public static EquatableArray<HandlerModel> Parse(
        INamedTypeSymbol contract,
        INamedTypeSymbol declaration,
        ActorKind kind,
        Findings findings,
        CancellationToken token)
    {
        var members = new List<ContractMember>();
        foreach (var type in contract.AllInterfaces.Insert(0, contract))
        {
            if (!RestateSymbols.IsMarker(type))
            {
                members.AddRange(type.GetMembers().Where(IsRemote).Select(symbol => new ContractMember(symbol, declaration)));
            }
        }

        var handlers = new List<Handler>();
        foreach (var member in members)
        {
            token.ThrowIfCancellationRequested();
            if (member.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method)
            {
                handlers.Add(new Handler(member, method, MethodParser.Parse(method, member, contract, kind, findings)));
            }
            else
            {
                member.Report(findings, ContractRules.NotAMethod, member.Symbol.Name, declaration.Name, Describe(member.Symbol));
            }
        }

        HandlerNames.Check(handlers, declaration, findings);
        CheckWorkflowRun(handlers, declaration, kind, findings);
        return handlers.Select(handler => handler.Model).ToEquatableArray();
    }

    /// <summary>Members with a body of their own are helpers of the interface; accessors belong to their property or event.</summary>
    private static bool IsRemote(ISymbol symbol) =>
        symbol is { IsAbstract: true } and (IPropertySymbol or IEventSymbol or IMethodSymbol { AssociatedSymbol: null });

    private static string Describe(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { IsIndexer: true } => "an indexer",
        IPropertySymbol => "a property",
        IEventSymbol => "an event",
        _ => "static",
    };

    private static void CheckWorkflowRun(List<Handler> handlers, INamedTypeSymbol declaration, ActorKind kind, Findings findings)
    {
        if (kind != ActorKind.Workflow)
        {
            return;
        }

        var runs = handlers.Count(handler => handler.Model.Kind == HandlerKind.WorkflowRun);
        if (runs != 1)
        {
            findings.Add(ContractRules.WorkflowRun, declaration.Locations[0], declaration.Name, runs == 0 ? "no" : runs);
        }
    }
}
