using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Parsing;
using Restate.Actors.Migration.Diagnostics;

namespace Restate.Actors.Migration.Reading;

/// <summary>Reads contracts of Orleans and Dapr.</summary>
internal static class ForeignContractReader
{
    /// <summary>Reads an interface.</summary>
    /// <param name="type">Any type.</param>
    /// <returns><see langword="null"/> if it is no contract of Orleans or Dapr, or is one of Restate.Actors already.</returns>
    public static ForeignContract? Read(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Interface
            || ForeignTypes.FrameworkOf(type) is not null
            || type.AllInterfaces.FirstOrDefault(ForeignTypes.IsMarker) is not { } marker
            || ForeignTypes.IsRestateContract(type))
        {
            return null;
        }

        var framework = ForeignTypes.FrameworkOf(marker)!.Value;
        var findings = new List<ForeignFinding>();
        var key = ReadKey(type, findings);
        var name = ReadName(type, framework, findings);
        var handlers = ForeignHandlerReader.Read(type, findings);
        return new ForeignContract(type, framework, key, name, handlers, findings);
    }

    private static ForeignKey? ReadKey(INamedTypeSymbol type, List<ForeignFinding> findings)
    {
        var markers = type.AllInterfaces.Where(ForeignTypes.IsKeyMarker).ToList();
        if (markers.Count != 1)
        {
            Refuse(markers.Count == 0
                ? "does not say how its grains are addressed. Derive it from the interface of its key, as IGrainWithStringKey."
                : "says in several ways how its grains are addressed. A virtual object has one key: split the interface.");
            return null;
        }

        var key = ForeignKey.Of(markers[0]);
        if (key.IsCompound)
        {
            Refuse("has a key of two parts. Write a key type that implements IActorKey of itself, and derive the contract from IVirtualObject of that type.");
        }

        if (!type.Interfaces.Contains(key.Marker, SymbolEqualityComparer.Default))
        {
            Refuse($"takes its key from '{type.Interfaces.First(face => face.AllInterfaces.Contains(key.Marker, SymbolEqualityComparer.Default)).Name}'. Convert that interface first.");
        }

        if (type.IsGenericType)
        {
            Refuse("is generic. A service on the wire has one shape: write a contract for each closed type, or name each one with [Actor(\"name\", typeof(...))] by hand.");
        }

        return key;

        void Refuse(string why) => findings.Add(new ForeignFinding(MigrationRules.Member, type.Locations[0], type.Name, why));
    }

    private static string ReadName(INamedTypeSymbol type, Framework framework, List<ForeignFinding> findings)
    {
        string? given = null;
        foreach (var attribute in type.GetAttributes())
        {
            if (ForeignAttributes.Find(attribute.AttributeClass) is not { } known)
            {
                continue;
            }

            AttributeFindings.Add(findings, attribute, known, type, type.Name);
            if (known.Meaning == AttributeMeaning.Name && attribute.ArgumentValue(0) is string name)
            {
                given = name;
            }
        }

        return given is not null && WireName.ServiceProblem(given) is null ? given : DefaultName(type, framework);
    }

    private static string DefaultName(INamedTypeSymbol type, Framework framework)
    {
        var name = WireName.OfInterface(type.Name);
        var suffix = framework == Framework.Orleans ? "Grain" : "Actor";
        return name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
