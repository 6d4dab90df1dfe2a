using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

/// <summary>The types for which the JSON generator writes metadata in a compilation.</summary>
internal sealed class JsonSerializableTypes
{
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    public static JsonSerializableTypes Of(Compilation compilation, CancellationToken token)
    {
        var types = new JsonSerializableTypes();
        foreach (var context in TypesOf(compilation.Assembly.GlobalNamespace))
        {
            token.ThrowIfCancellationRequested();
            foreach (var attribute in context.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == "JsonSerializableAttribute" && attribute.ArgumentValue(0) is ITypeSymbol type)
                {
                    types.Add(type);
                }
            }
        }

        return types;
    }

    public bool Contains(ITypeSymbol type) => _types.Contains(type);

    private void Add(ITypeSymbol type)
    {
        if (!_types.Add(type))
        {
            return;
        }

        if (type is IArrayTypeSymbol array)
        {
            Add(array.ElementType);
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                Add(argument);
            }
        }

        // The library's own types are primitives or collections to the JSON generator: their properties are not serialized.
        if (type.ContainingNamespace is { } container && !container.ToDisplayString().StartsWith("System", StringComparison.Ordinal))
        {
            AddProperties(type);
        }
    }

    private void AddProperties(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false })
                {
                    Add(property.Type);
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (var inner in TypesOf(nested))
                {
                    yield return inner;
                }
            }
        }
    }
}
