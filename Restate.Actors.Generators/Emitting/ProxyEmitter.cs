using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes the typed proxy of a contract.</summary>
internal static class ProxyEmitter
{
    public static string Emit(ContractModel contract)
    {
        var members = Paragraphs(
        [
            $$"""
            public Proxy({{Services}}.ActorTarget target)
                : base(target)
            {
            }
            """,
            .. contract.Handlers.Select(Method),
        ]);

        return $$"""
            private sealed class Proxy : {{Services}}.ActorProxy, {{contract.Interface}}
            {
            {{Indent(members, 4)}}
            }
            """;
    }

    private static string Method(HandlerModel handler)
    {
        var parameters = string.Join(", ", handler.Parameters.Select(parameter => $"{parameter.Value.Type} {parameter.Identifier}"));
        var token = handler.Parameters.FirstOrDefault(parameter => parameter.IsCancellationToken)?.Identifier ?? "default";
        var call = $"CallAsync(Handler_{handler.WireName}, {Arguments(handler)}, {token})";
        var result = handler.ReturnShape switch
        {
            ReturnShape.ValueTask => $"new global::System.Threading.Tasks.ValueTask({call})",
            ReturnShape.ValueTaskOfT => $"new global::System.Threading.Tasks.ValueTask<{PayloadText.OutputType(handler)}>({call})",
            _ => call,
        };

        return $"""
            {handler.ReturnType} {handler.DeclaringInterface}.{TypeText.Identifier(handler.MethodName)}({parameters}) =>
                {result};
            """;
    }

    private static string Arguments(HandlerModel handler)
    {
        var names = string.Join(", ", handler.PayloadParameters.Select(parameter => parameter.Identifier));
        if (handler.IsWrapped)
        {
            return $"new Arguments_{handler.WireName}({names})";
        }

        return names.Length == 0 ? $"default({Services}.NoValue)" : names;
    }
}
