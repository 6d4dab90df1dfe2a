using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Validation;

/// <summary>What is asked of the values of one type.</summary>
/// <param name="Shape">How to walk through them.</param>
/// <param name="Attributes">What is asked of the whole.</param>
/// <param name="Properties">What is asked of the properties.</param>
internal sealed record CheckedType(CheckedShape Shape, ValidationAttribute[] Attributes, CheckedProperty[] Properties)
{
    private static readonly CheckedType Leaf = new(CheckedShape.Leaf, [], []);
    private static readonly CheckedType Items = new(CheckedShape.Items, [], []);

    /// <summary>Looks a type up.</summary>
    /// <param name="type">The type of a value.</param>
    /// <param name="json">Says how callers write names.</param>
    [RequiresUnreferencedCode("Finds the properties of payload types by reflection.")]
    public static CheckedType Of(Type type, JsonSerializerOptions json)
    {
        if (IsLeaf(type))
        {
            return Leaf;
        }

        if (typeof(IEnumerable).IsAssignableFrom(type))
        {
            return HasLeavesOnly(type) ? Leaf : Items;
        }

        // A record declares what it asks at the parameters of its constructor.
        var parameters = type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).ToArray();
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => Describe(property, parameters, json));
        return new CheckedType(CheckedShape.Object, [.. type.GetCustomAttributes<ValidationAttribute>(inherit: true)], [.. properties]);
    }

    private static CheckedProperty Describe(PropertyInfo property, ParameterInfo[] parameters, JsonSerializerOptions json)
    {
        var declared = parameters
            .Where(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType)
            .SelectMany(parameter => parameter.GetCustomAttributes<ValidationAttribute>());
        return new CheckedProperty(
            property,
            property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? json.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name,
            property.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? property.Name,
            [.. property.GetCustomAttributes<ValidationAttribute>(inherit: true).Concat(declared)]);
    }

    private static bool IsLeaf(Type type)
    {
        return type.IsPrimitive
            || type.IsEnum
            || type == typeof(string)
            || typeof(IActor).IsAssignableFrom(type)
            || (type.Namespace is { } name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal)) && !typeof(IEnumerable).IsAssignableFrom(type));
    }

    [RequiresUnreferencedCode("Finds the items of payload types by reflection.")]
    private static bool HasLeavesOnly(Type type)
    {
        var items = type.GetInterfaces().Prepend(type)
            .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(candidate => candidate.GetGenericArguments()[0])
            .ToArray();
        return items.Length > 0 && Array.TrueForAll(items, static item => IsLeaf(item) && !item.IsGenericType);
    }
}
