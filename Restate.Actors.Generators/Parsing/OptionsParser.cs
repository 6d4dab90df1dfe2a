using System.Globalization;
using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads the attributes of an actor class that say how the server treats it. Values are checked by the host, at its start.</summary>
internal static class OptionsParser
{
    /// <summary>Reads the options of the service that a class makes of a contract.</summary>
    /// <param name="type">The class.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="contracts">All contracts of the class: a method that handles none of their calls is reported by the host.</param>
    public static DeclaredOptionsModel Parse(INamedTypeSymbol type, INamedTypeSymbol contract, IReadOnlyList<INamedTypeSymbol> contracts)
    {
        var handlers = new List<HandlerOptionsModel>();
        foreach (var declared in Handlers(contract))
        {
            if (type.FindImplementationForInterfaceMember(declared) is IMethodSymbol method)
            {
                Add(handlers, WireNameOf(declared), method);
            }
        }

        foreach (var stray in StrayMethods(type, contracts))
        {
            Add(handlers, stray.Name, stray);
        }

        return new DeclaredOptionsModel(ClassFlags(type), ClassValues(type), ClassErrors(type), handlers.ToEquatableArray());
    }

    private static void Add(List<HandlerOptionsModel> handlers, string name, IMethodSymbol method)
    {
        var options = new DeclaredOptionsModel(Flags(method).ToEquatableArray(), Values(method), Errors(method).ToEquatableArray(), EquatableArray<HandlerOptionsModel>.Empty);
        if (!options.IsEmpty)
        {
            handlers.Add(new HandlerOptionsModel(name, options));
        }
    }

    private static IEnumerable<IMethodSymbol> Handlers(INamedTypeSymbol contract) => contract.AllInterfaces.Insert(0, contract)
        .SelectMany(type => type.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(method => method is { IsAbstract: true, IsStatic: false, MethodKind: MethodKind.Ordinary });

    private static IEnumerable<IMethodSymbol> StrayMethods(INamedTypeSymbol type, IReadOnlyList<INamedTypeSymbol> contracts)
    {
        var implementations = contracts.SelectMany(Handlers).Select(type.FindImplementationForInterfaceMember).ToList();
        return type.GetMembers().OfType<IMethodSymbol>()
            .Where(method => !implementations.Exists(implementation => SymbolEqualityComparer.Default.Equals(implementation, method)));
    }

    private static string WireNameOf(IMethodSymbol method) =>
        RestateSymbols.FindAttribute(method, "HandlerAttribute").ArgumentValue(0) as string ?? WireName.OfMethod(method.Name);

    private static EquatableArray<string> ClassFlags(INamedTypeSymbol type)
    {
        var flags = new List<string>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            flags.AddRange(Flags(current).Except(flags).ToList());
        }

        return flags.ToEquatableArray();
    }

    private static IEnumerable<string> Flags(ISymbol symbol)
    {
        if (RestateSymbols.FindAttribute(symbol, "SaveOnSuccessAttribute") is not null)
        {
            yield return "SavesOnSuccess";
        }

        if (RestateSymbols.FindAttribute(symbol, "ExplicitCancellationAttribute") is not null)
        {
            yield return "CancelsExplicitly";
        }
    }

    private static EquatableArray<OptionModel> ClassValues(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Values(current) is { Count: > 0 } values)
            {
                return values;
            }
        }

        return EquatableArray<OptionModel>.Empty;
    }

    private static EquatableArray<TerminalErrorModel> ClassErrors(INamedTypeSymbol type)
    {
        var errors = new List<TerminalErrorModel>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            errors.AddRange(Errors(current).Where(error => !errors.Exists(own => own.Type == error.Type)));
        }

        return errors.ToEquatableArray();
    }

    private static IEnumerable<TerminalErrorModel> Errors(ISymbol symbol) =>
        from attribute in symbol.GetAttributes()
        where RestateSymbols.IsRestateType(attribute.AttributeClass, "TerminalOnAttribute")
        where attribute.ArgumentValue(0) is ITypeSymbol && attribute.ArgumentValue(1) is int
        select new TerminalErrorModel(TypeText.ForRuntime((ITypeSymbol)attribute.ArgumentValue(0)!), (int)attribute.ArgumentValue(1)!);

    private static EquatableArray<OptionModel> Values(ISymbol symbol)
    {
        var options = RestateSymbols.FindAttribute(symbol, "ActorOptionsAttribute")?.NamedArguments
            .Where(argument => !argument.Value.IsNull)
            .Select(argument => new OptionModel(argument.Key, Text(argument.Value))) ?? [];
        var metadata = symbol.GetAttributes()
            .Where(attribute => RestateSymbols.IsRestateType(attribute.AttributeClass, "ActorMetadataAttribute"))
            .Select(attribute => new OptionModel($"Metadata:{attribute.ArgumentValue(0)}", $"{attribute.ArgumentValue(1)}"));
        return options.Concat(metadata).ToEquatableArray();
    }

    private static string Text(TypedConstant constant)
    {
        if (constant is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type })
        {
            var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value));
            return member?.Name ?? Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
        }

        return constant.Value is double number
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
    }
}
