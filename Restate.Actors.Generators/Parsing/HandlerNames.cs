using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Checks the wire names of the handlers of one contract.</summary>
internal static class HandlerNames
{
    public static void Check(IReadOnlyList<Handler> handlers, INamedTypeSymbol contract, Findings findings)
    {
        var overloads = FindUnnamedOverloads(handlers);
        foreach (var overload in overloads)
        {
            var location = overload.Member.IsOwn ? overload.Member.Location : contract.Locations[0];
            findings.Add(ContractRules.Overload, location, overload.Method.Name, contract.Name);
        }

        var taken = new Dictionary<string, Handler>(StringComparer.OrdinalIgnoreCase);
        foreach (var handler in handlers)
        {
            foreach (var name in handler.Model.Aliases.Prepend(handler.Model.WireName))
            {
                CheckName(name, handler, taken, overloads, contract, findings);
            }
        }
    }

    private static HashSet<Handler> FindUnnamedOverloads(IReadOnlyList<Handler> handlers) =>
    [
        .. handlers
            .GroupBy(handler => handler.Method.Name)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .Where(handler => RestateSymbols.FindAttribute(handler.Method, "HandlerAttribute").ArgumentValue(0) is not string),
    ];

    private static void CheckName(
        string name,
        Handler handler,
        Dictionary<string, Handler> taken,
        HashSet<Handler> overloads,
        INamedTypeSymbol contract,
        Findings findings)
    {
        if (WireName.HandlerProblem(name) is { } problem)
        {
            handler.Member.Report(findings, ContractRules.Name, problem);
        }

        if (!taken.TryGetValue(name, out var other))
        {
            taken.Add(name, handler);
            return;
        }

        // An overload without a name of its own has been told so.
        if (!overloads.Contains(handler) && !overloads.Contains(other))
        {
            var place = handler.Member.IsOwn ? handler : other;
            findings.Add(
                ContractRules.Name,
                place.Member.IsOwn ? place.Member.Location : contract.Locations[0],
                $"Handler name '{name}' of '{contract.Name}' is taken by '{other.Method.Name}'. "
                + "Names and aliases must differ in more than case: choose another one with [Handler(\"name\")].");
        }
    }
}
