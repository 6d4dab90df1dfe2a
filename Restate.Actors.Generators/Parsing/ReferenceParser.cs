using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads which contracts and actor classes referenced assemblies offer, from the attributes that were generated into them.</summary>
internal static class ReferenceParser
{
    private const string LibraryName = "Restate.Actors";

    public static References Parse(Compilation compilation, CancellationToken token)
    {
        var contracts = new List<ContractReference>();
        var registrations = new List<string>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            token.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == LibraryName)))
            {
                continue;
            }

            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.ArgumentValue(0) is INamedTypeSymbol type
                    && attribute.ArgumentValue(1) is INamedTypeSymbol generated
                    && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
                    && compilation.IsSymbolAccessibleWithin(generated, compilation.Assembly))
                {
                    Add(attribute, type, generated, contracts, registrations);
                }
            }
        }

        return new References(
            compilation.GetTypeByMetadataName("Restate.Actors.RestateActorsBuilder") is not null,
            contracts.ToEquatableArray(),
            registrations.ToEquatableArray());
    }

    private static void Add(
        AttributeData attribute,
        INamedTypeSymbol type,
        INamedTypeSymbol generated,
        List<ContractReference> contracts,
        List<string> registrations)
    {
        if (RestateSymbols.IsCompilerServicesType(attribute.AttributeClass, "GeneratedActorContractAttribute"))
        {
            contracts.Add(new ContractReference(TypeText.Of(type), TypeText.Of(generated)));
        }
        else if (RestateSymbols.IsCompilerServicesType(attribute.AttributeClass, "GeneratedActorAttribute"))
        {
            registrations.Add(TypeText.Of(generated));
        }
    }
}
