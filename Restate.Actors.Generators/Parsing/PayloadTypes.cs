using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Recognizes the types that are no matter for JSON.</summary>
internal static class PayloadTypes
{
    /// <summary>Whether values of a type travel as the bytes they are.</summary>
    public static bool IsRaw(ITypeSymbol type) => TypeText.ForRuntime(type) is "byte[]" or "global::System.ReadOnlyMemory<byte>";

    /// <summary>Whether a type is a message of Protocol Buffers.</summary>
    public static bool IsProtobufMessage(ITypeSymbol type) => type.AllInterfaces.Any(candidate =>
        candidate is { Name: "IMessage", TypeArguments.Length: 0, ContainingNamespace: { Name: "Protobuf", ContainingNamespace.Name: "Google" } });
}
