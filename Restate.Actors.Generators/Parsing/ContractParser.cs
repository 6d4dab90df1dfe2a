using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Turns a declared contract interface into models: one, or one per closed type of a generic interface.</summary>
/// <remarks>The generator takes the models, the analyzer the findings.</remarks>
internal static class ContractParser
{
    /// <summary>Reads a contract.</summary>
    /// <param name="contract">The interface as it is declared.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <param name="token">Ends the work early.</param>
    /// <returns>The models; meaningless if there are errors.</returns>
    public static IReadOnlyList<ContractModel> Parse(INamedTypeSymbol contract, Findings findings, CancellationToken token)
    {
        var location = contract.Locations[0];
        if (contract.Reachability() == Reachability.None)
        {
            findings.Add(
                ContractRules.OpenOrUnreachable,
                location,
                $"Contract '{contract.Name}' cannot be reached from generated code. The proxy is a class of its own: make the interface, "
                + "its containing types and its type arguments public or internal, not private, protected or file-local.");
        }

        var models = new List<ContractModel>();
        foreach (var named in ContractNames.Of(contract, findings))
        {
            token.ThrowIfCancellationRequested();
            models.Add(ParseNamed(named, contract, findings, token));
        }

        return models;
    }

    private static ContractModel ParseNamed(NamedContract named, INamedTypeSymbol declaration, Findings findings, CancellationToken token)
    {
        var type = named.Type;
        var kind = ParseKind(type, declaration, findings);
        var key = kind == ActorKind.Service ? null : ParseKey(type, declaration, findings);
        var handlers = HandlerParser.Parse(type, declaration, kind, findings, token);

        var suffix = type.IsGenericType ? "_g" + WireName.ToIdentifier(named.WireName) : string.Empty;
        return new ContractModel(
            TypeText.Namespace(type),
            TypeText.Of(type),
            $"__{TypeText.FlatName(type)}{suffix}_Contract",
            type.Reachability() == Reachability.Public,
            named.WireName,
            kind,
            key,
            handlers);
    }

    private static ActorKind ParseKind(INamedTypeSymbol type, INamedTypeSymbol declaration, Findings findings)
    {
        var kinds = ActorKinds.Of(type);
        if (kinds.Count > 1)
        {
            findings.Add(ContractRules.SeveralKinds, declaration.Locations[0], declaration.Name, ActorKinds.Describe(kinds));
        }

        return kinds[0];
    }

    private static string? ParseKey(INamedTypeSymbol type, INamedTypeSymbol declaration, Findings findings)
    {
        var keys = type.AllInterfaces
            .Where(candidate => candidate.IsGenericType && RestateSymbols.IsRestateType(candidate, "IKeyedActor"))
            .Select(candidate => candidate.TypeArguments[0])
            .ToList();

        if (keys.Count != 1)
        {
            findings.Add(
                ContractRules.Key,
                declaration.Locations[0],
                $"Contract '{declaration.Name}' has {keys.Count} key types. A caller addresses an actor by one key: inherit one of them.");
            return null;
        }

        var format = KeyFormatOf(keys[0]);
        if (format is null)
        {
            findings.Add(
                ContractRules.Key,
                declaration.Locations[0],
                $"Contract '{declaration.Name}' has keys of type '{keys[0].ToDisplayString()}', which has no canonical text.");
        }

        return format;
    }

    private static string? KeyFormatOf(ITypeSymbol key)
    {
        switch (key.SpecialType)
        {
            case SpecialType.System_String: return "TextKeys";
            case SpecialType.System_Int64: return "LongKeys";
            case SpecialType.System_Int32: return "IntKeys";
        }

        var text = TypeText.ForRuntime(key);
        if (text == "global::System.Guid")
        {
            return "GuidKeys";
        }

        var isCustom = key.AllInterfaces.Any(candidate =>
            RestateSymbols.IsRestateType(candidate, "IActorKey") && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], key));
        return isCustom ? $"Custom<{text}>()" : null;
    }
}
