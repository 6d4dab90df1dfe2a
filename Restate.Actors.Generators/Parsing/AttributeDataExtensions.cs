using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

internal static class AttributeDataExtensions
{
    /// <summary>The value of a constructor argument; <see langword="null"/> also if the attribute or the argument is missing.</summary>
    public static object? ArgumentValue(this AttributeData? attribute, int index) =>
        attribute is not null && attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index].Kind != TypedConstantKind.Array
            ? attribute.ConstructorArguments[index].Value
            : null;

    /// <summary>A named argument, or the default constant.</summary>
    public static TypedConstant NamedArgument(this AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value ?? default;
}
