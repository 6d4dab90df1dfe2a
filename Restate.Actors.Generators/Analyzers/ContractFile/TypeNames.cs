using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>Writes types as the contract file does: with namespaces, without annotations.</summary>
internal static class TypeNames
{
    private const string Global = "global::";

    public static string Of(ValueModel? value) => value is null ? "void" : value.RuntimeType.Replace(Global, string.Empty);

    public static string Of(ITypeSymbol type) => TypeText.ForRuntime(type).Replace(Global, string.Empty);
}
