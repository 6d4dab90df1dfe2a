using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads one method of a contract.</summary>
internal static class MethodParser
{
    public static HandlerModel Parse(IMethodSymbol method, ContractMember member, INamedTypeSymbol contract, ActorKind kind, Findings findings)
    {
        if (method.IsGenericMethod)
        {
            member.Report(
                findings,
                ContractRules.OpenOrUnreachable,
                $"Handler '{method.Name}' is generic. A handler on the wire has one shape: remove the type parameters, or declare one handler per type.");
        }

        var attribute = RestateSymbols.FindAttribute(method, "HandlerAttribute");
        var payloadCount = method.Parameters.Count(parameter => !IsCancellationToken(parameter));
        var isWrapped = payloadCount > 1 || (payloadCount == 1 && attribute.NamedArgument("Wrap").Value is true);
        var parameters = method.Parameters.Select(parameter => ParseParameter(parameter, member, contract, isWrapped, findings)).ToEquatableArray();
        CheckToken(method, parameters, member, findings);

        var (shape, result) = ParseReturnType(method, member, contract, findings);
        return new HandlerModel(
            attribute.ArgumentValue(0) as string ?? WireName.OfMethod(method.Name),
            method.Name,
            TypeText.Of(method.ContainingType),
            HandlerKindParser.Parse(method, member, kind, findings),
            shape,
            TypeText.Of(method.ReturnType),
            result,
            parameters,
            isWrapped,
            Aliases(attribute),
            attribute.NamedArgument("Accepts").Value as string);
    }

    private static ParameterModel ParseParameter(
        IParameterSymbol parameter, ContractMember member, INamedTypeSymbol contract, bool isWrapped, Findings findings)
    {
        var problem = parameter switch
        {
            { RefKind: not RefKind.None } => $"passed by '{RefKeyword(parameter.RefKind)}'",
            { IsParams: true } => "a 'params' list",
            { Type.IsRefLikeType: true } or { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } =>
                $"of type '{parameter.Type.ToDisplayString()}', which lives on the stack or in raw memory",
            _ => null,
        };

        if (problem is not null)
        {
            member.Report(findings, ContractRules.ParameterPassing, parameter.Name, member.Symbol.Name, problem);
        }

        if (IsStream(parameter.Type))
        {
            member.Report(findings, ContractRules.Streaming, member.Symbol.Name);
        }

        return new ParameterModel(
            parameter.Name,
            TypeText.Identifier(parameter.Name),
            ParseValue(parameter.Type, ParseSerializer()),
            DefaultValue.Of(parameter),
            IsCancellationToken(parameter));

        string? ParseSerializer()
        {
            var attributes = parameter.GetAttributes();
            return IsCancellationToken(parameter) ? null
                : isWrapped ? SerializerParser.OfMember(attributes, parameter.Type, member, findings)
                : SerializerParser.OfPayload(attributes, parameter.Type, member, contract, findings);
        }
    }

    private static bool IsCancellationToken(IParameterSymbol parameter) =>
        TypeText.ForRuntime(parameter.Type) == "global::System.Threading.CancellationToken";

    private static void CheckToken(IMethodSymbol method, EquatableArray<ParameterModel> parameters, ContractMember member, Findings findings)
    {
        var tokens = parameters.Count(parameter => parameter.IsCancellationToken);
        if (tokens > 1)
        {
            member.Report(findings, ContractRules.Token, method.Name, $"has {tokens} CancellationToken parameters");
        }
        else if (tokens == 1 && !parameters[parameters.Count - 1].IsCancellationToken)
        {
            member.Report(findings, ContractRules.Token, method.Name, "has a CancellationToken which is not the last parameter");
        }
    }

    private static (ReturnShape Shape, ValueModel? Result) ParseReturnType(
        IMethodSymbol method, ContractMember member, INamedTypeSymbol contract, Findings findings)
    {
        var type = method.ReturnType;
        if (IsStream(type) || (type is INamedTypeSymbol { TypeArguments.Length: 1 } task && IsStream(task.TypeArguments[0])))
        {
            member.Report(findings, ContractRules.Streaming, method.Name);
            return (ReturnShape.Task, null);
        }

        if (!method.ReturnsByRef && !method.ReturnsByRefReadonly && type is INamedTypeSymbol named && IsInNamespace(named, "System.Threading.Tasks"))
        {
            switch (named.Name, named.TypeArguments.Length)
            {
                case ("Task", 0): return (ReturnShape.Task, null);
                case ("Task", 1): return (ReturnShape.TaskOfT, ParseResult(named.TypeArguments[0]));
                case ("ValueTask", 0): return (ReturnShape.ValueTask, null);
                case ("ValueTask", 1): return (ReturnShape.ValueTaskOfT, ParseResult(named.TypeArguments[0]));
            }
        }

        member.Report(findings, ContractRules.ReturnType, method.Name, type.ToDisplayString());
        return (ReturnShape.Task, null);

        ValueModel ParseResult(ITypeSymbol result) =>
            ParseValue(result, SerializerParser.OfPayload(method.GetReturnTypeAttributes(), result, member, contract, findings));
    }

    private static ValueModel ParseValue(ITypeSymbol type, string? serializer)
    {
        var runtimeType = TypeText.ForRuntime(type);
        var shape = runtimeType switch
        {
            _ when serializer is not null => PayloadShape.Value,
            "byte[]" => PayloadShape.Bytes,
            "global::System.ReadOnlyMemory<byte>" => PayloadShape.Memory,
            _ => PayloadShape.Value,
        };

        var isNullable = type.IsReferenceType
            ? type.NullableAnnotation == NullableAnnotation.Annotated
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return new ValueModel(TypeText.Of(type), runtimeType, shape, !isNullable, serializer);
    }

    private static EquatableArray<string> Aliases(AttributeData? attribute) =>
        attribute.NamedArgument("Aliases") is { Kind: TypedConstantKind.Array, IsNull: false } aliases
            ? aliases.Values.Select(alias => alias.Value as string ?? string.Empty).ToEquatableArray()
            : EquatableArray<string>.Empty;

    private static bool IsStream(ITypeSymbol type) => type.Name == "IAsyncEnumerable" && IsInNamespace(type, "System.Collections.Generic");

    private static bool IsInNamespace(ITypeSymbol type, string name) => type.ContainingNamespace?.ToDisplayString() == name;

    private static string RefKeyword(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };
}
