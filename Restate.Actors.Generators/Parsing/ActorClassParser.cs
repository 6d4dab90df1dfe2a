using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads a class that implements contracts.</summary>
internal static class ActorClassParser
{
    /// <summary>Reads a class.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The model, or <see langword="null"/> if the class is no actor that a host can create.</returns>
    public static ActorClassModel? Parse(INamedTypeSymbol type)
    {
        if (type.IsAbstract || type.IsGenericType || type.Reachability() == Reachability.None)
        {
            return null;
        }

        var contracts = ServedContracts(type);
        if (contracts.Count == 0 || contracts.SelectMany(ActorKinds.Of).Distinct().Count() > 1)
        {
            return null;
        }

        return new ActorClassModel(
            TypeText.Namespace(type),
            TypeText.ForRuntime(type),
            $"__{TypeText.FlatName(type)}_Actor",
            type.Reachability() == Reachability.Public,
            contracts.Select(contract => new ServedContract(TypeText.Of(contract), OptionsParser.Parse(type, contract, contracts))).ToEquatableArray(),
            ConstructorParser.Arguments(type),
            FilterParser.Filters(type));
    }

    /// <summary>The contracts that a class serves: those which are no base of another one.</summary>
    public static IReadOnlyList<INamedTypeSymbol> ServedContracts(INamedTypeSymbol type)
    {
        var contracts = type.AllInterfaces.Where(RestateSymbols.IsContract).ToList();
        return contracts.FindAll(candidate => !contracts.Exists(other => other.AllInterfaces.Contains(candidate, SymbolEqualityComparer.Default)));
    }
}
