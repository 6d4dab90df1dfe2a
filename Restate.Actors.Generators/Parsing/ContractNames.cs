using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Finds the wire name of a contract, and the closed types of a generic one.</summary>
internal static class ContractNames
{
    public static IReadOnlyList<NamedContract> Of(INamedTypeSymbol contract, Findings findings)
    {
        var attributes = contract.GetAttributes().Where(attribute => RestateSymbols.IsRestateType(attribute.AttributeClass, "ActorAttribute")).ToList();
        var names = new List<NamedContract>();
        foreach (var attribute in attributes)
        {
            if (Read(attribute, contract, findings) is { } named)
            {
                AddDistinct(names, named, contract, findings);
            }
        }

        if (attributes.Count == 0)
        {
            AddDefault(names, contract, findings);
        }

        return names;
    }

    /// <summary>Whether the interface leaves its name to the convention.</summary>
    public static bool IsPinned(INamedTypeSymbol contract) => RestateSymbols.FindAttribute(contract, "ActorAttribute") is not null;

    private static void AddDefault(List<NamedContract> names, INamedTypeSymbol contract, Findings findings)
    {
        if (contract.IsGenericType)
        {
            findings.Add(
                ContractRules.OpenOrUnreachable,
                contract.Locations[0],
                $"Contract '{contract.Name}' is generic. A service on the wire has one shape: name each closed type with [Actor(\"name\", typeof({contract.Name}<...>))], "
                + "or, if it is only a base of other contracts, do not derive it from an actor interface.");
            return;
        }

        AddDistinct(names, new NamedContract(contract, WireName.OfInterface(contract.Name)), contract, findings);
    }

    private static NamedContract? Read(AttributeData attribute, INamedTypeSymbol contract, Findings findings)
    {
        if (attribute.ArgumentValue(0) is not string name)
        {
            // Does not compile, or names null: the compiler says so.
            return null;
        }

        var target = attribute.ArgumentValue(1);
        if (target is null && !contract.IsGenericType)
        {
            return new NamedContract(contract, name);
        }

        if (target is INamedTypeSymbol { IsUnboundGenericType: false } closed
            && SymbolEqualityComparer.Default.Equals(closed.OriginalDefinition, contract))
        {
            return new NamedContract(closed, name);
        }

        findings.Add(
            ContractRules.OpenOrUnreachable,
            LocationOf(attribute, contract),
            $"[Actor(\"{name}\")] on '{contract.Name}' does not name a closed type of this interface. A service on the wire has one shape: "
            + (contract.IsGenericType ? $"write [Actor(\"{name}\", typeof({contract.Name}<...>))] with type arguments." : $"write [Actor(\"{name}\")]."));
        return null;
    }

    private static void AddDistinct(List<NamedContract> names, NamedContract named, INamedTypeSymbol contract, Findings findings)
    {
        var location = contract.Locations[0];
        if (WireName.ServiceProblem(named.WireName) is { } problem)
        {
            findings.Add(ContractRules.Name, location, problem);
        }

        if (names.Exists(other => SymbolEqualityComparer.Default.Equals(other.Type, named.Type)))
        {
            findings.Add(ContractRules.Name, location, $"'{named.Type.ToDisplayString()}' has several [Actor] names. A contract is one service: keep one of them.");
        }
        else if (names.Exists(other => string.Equals(other.WireName, named.WireName, StringComparison.OrdinalIgnoreCase)))
        {
            findings.Add(
                ContractRules.Name,
                location,
                $"Service name '{named.WireName}' is used for several closed types of '{contract.Name}'. Names must differ in more than case: choose another one.");
        }

        names.Add(named);
    }

    private static Location LocationOf(AttributeData attribute, INamedTypeSymbol contract) =>
        attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : contract.Locations[0];
}
