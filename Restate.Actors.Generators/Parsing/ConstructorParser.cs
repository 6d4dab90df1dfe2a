using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Chooses the constructor of an actor class and writes its arguments.</summary>
internal static class ConstructorParser
{
    private const string ServiceExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string KeyedServiceExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

    /// <summary>Writes one expression per argument.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The expressions, or <see langword="null"/> if generated code cannot call a constructor.</returns>
    public static EquatableArray<string>? Arguments(INamedTypeSymbol type)
    {
        var constructor = Choose(type);
        return constructor is not null && !HasRequiredMembers(type, constructor) && constructor.Parameters.All(IsByValue)
            ? constructor.Parameters.Select(Argument).ToEquatableArray()
            : null;
    }

    private static IMethodSymbol? Choose(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToList();
        if (constructors.Count == 0)
        {
            constructors = [.. type.InstanceConstructors.Where(constructor =>
                constructor.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal)];
        }

        return constructors.Find(IsMarked) ?? constructors.OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault();
    }

    private static bool IsByValue(IParameterSymbol parameter) => parameter.RefKind is RefKind.None or RefKind.In;

    private static bool IsMarked(IMethodSymbol constructor) => FindInjectionAttribute(constructor, "ActivatorUtilitiesConstructorAttribute") is not null;

    private static bool HasRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }

    private static string Argument(IParameterSymbol parameter)
    {
        var type = TypeText.ForRuntime(parameter.Type);
        if (type == "global::System.IServiceProvider")
        {
            return "services";
        }

        if (PersistentState(parameter) is { } state)
        {
            return state;
        }

        var keyed = FindInjectionAttribute(parameter, "FromKeyedServicesAttribute");
        var key = keyed?.ConstructorArguments is { Length: 1 } arguments ? KeyLiteral(arguments[0]) : null;
        if (DefaultValue.Of(parameter) is not { } fallback)
        {
            return key is null
                ? $"{ServiceExtensions}.GetRequiredService<{type}>(services)"
                : $"{KeyedServiceExtensions}.GetRequiredKeyedService<{type}>(services, {key})";
        }

        var variable = $"argument{parameter.Ordinal}";
        var service = key is null
            ? $"services.GetService(typeof({type}))"
            : $"{KeyedServiceExtensions}.GetKeyedService<{type}>(services, {key})";
        return $"{service} is {NonNullable(parameter.Type)} {variable} ? {variable} : ({type})({fallback})";
    }

    private static string? PersistentState(IParameterSymbol parameter)
    {
        if (parameter.Type is not INamedTypeSymbol type || !RestateSymbols.IsRestateType(type, "IPersistentState")
            || RestateSymbols.FindAttribute(parameter, "PersistentStateAttribute").ArgumentValue(0) is not string name)
        {
            return null;
        }

        var value = type.TypeArguments[0];
        var text = TypeText.ForRuntime(value);
        var create = CanBeNew(value) ? $"new {text}()" : "default!";
        return $"global::Restate.Actors.CompilerServices.PersistentStates.Create<{text}>({TypeText.StringLiteral(name)}, static () => {create})";
    }

    private static bool CanBeNew(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false } named
        && named.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == 0) is { } constructor
        && (type.IsValueType || (constructor.DeclaredAccessibility == Accessibility.Public && !HasRequiredMembers(named, constructor)));

    private static string NonNullable(ITypeSymbol type) => TypeText.ForRuntime(
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);

    private static string KeyLiteral(TypedConstant key) => key switch
    {
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeText.ForRuntime(type)})",
        { IsNull: true } or { Type: null } => "null",
        _ => $"({TypeText.ForRuntime(key.Type)})({DefaultValue.Constant(key.Type, key.Value)})",
    };

    private static AttributeData? FindInjectionAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass?.Name == name
            && attribute.AttributeClass.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.DependencyInjection");
}
