using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Finds the serializer that a declaration names: next to the value, then the method, the interface, the type of the value.</summary>
internal static class SerializerParser
{
    private const string AttributeName = "PayloadSerializerAttribute";

    /// <summary>The serializer of a value that is a whole payload, as a member of <c>PayloadFormats</c>, or <see langword="null"/>.</summary>
    /// <param name="attributes">The attributes of the parameter or of the return value.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="member">The method.</param>
    /// <param name="contract">The contract that is parsed.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static string? OfPayload(IEnumerable<AttributeData> attributes, ITypeSymbol type, ContractMember member, INamedTypeSymbol contract, Findings findings)
    {
        var own = Find(attributes);
        if (own is null && !PayloadTypes.IsRaw(type))
        {
            own = Find(member.Symbol.GetAttributes()) ?? Find(member.Symbol.ContainingType.GetAttributes()) ?? Find(contract.GetAttributes());
        }

        return Expression(own, member, findings) ?? OfType(type);
    }

    /// <summary>The serializer of one of several parameters, as a member of <c>PayloadFormats</c>, or <see langword="null"/>.</summary>
    public static string? OfMember(IEnumerable<AttributeData> attributes, ITypeSymbol type, ContractMember member, Findings findings) =>
        Expression(Find(attributes), member, findings) ?? OfType(type);

    /// <summary>Whether a declaration names a serializer.</summary>
    public static bool IsNamed(IEnumerable<AttributeData> attributes) => Find(attributes) is not null;

    /// <summary>Whether the serializer that a type names for itself can be created; says why not.</summary>
    public static string? ProblemOf(INamedTypeSymbol type) => Find(type.GetAttributes()) is { } attribute ? Problem(attribute) : null;

    private static AttributeData? Find(IEnumerable<AttributeData> attributes) =>
        attributes.FirstOrDefault(attribute => RestateSymbols.IsRestateType(attribute.AttributeClass, AttributeName));

    // The class may be out of reach here: the type's own assembly knows it.
    private static string? OfType(ITypeSymbol type) =>
        Find(type.GetAttributes()) is null ? null : $"SerializerOf<{TypeText.ForRuntime(type)}>()";

    private static string? Expression(AttributeData? attribute, ContractMember member, Findings findings)
    {
        if (attribute is null)
        {
            return null;
        }

        if (Problem(attribute) is { } problem)
        {
            member.Report(findings, ContractRules.Serializer, problem);
            return null;
        }

        return $"Serializer<{TypeText.ForRuntime((ITypeSymbol)attribute.ArgumentValue(0)!)}>()";
    }

    private static string? Problem(AttributeData attribute)
    {
        if (attribute.ArgumentValue(0) is not INamedTypeSymbol type)
        {
            return "No class is named.";
        }

        var isSerializer = type.AllInterfaces.Any(candidate => RestateSymbols.IsRestateType(candidate, "IPayloadSerializer"));
        var isCreatable = type is { IsAbstract: false, IsUnboundGenericType: false }
            && type.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && constructor.DeclaredAccessibility == Accessibility.Public);
        return (isSerializer, isCreatable, type.Reachability()) switch
        {
            (false, _, _) => $"'{type.Name}' does not implement IPayloadSerializer.",
            (_, false, _) => $"'{type.Name}' is abstract, open or has no public constructor without parameters.",
            (_, _, Reachability.None) => $"'{type.Name}' cannot be reached from generated code.",
            _ => null,
        };
    }
}
