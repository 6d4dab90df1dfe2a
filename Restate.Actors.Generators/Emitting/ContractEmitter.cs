using Restate.Actors.Generators.Models;
using Restate.Actors.Generators.Parsing;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes the file of one contract: a static class with its description, its proxy and its arguments.</summary>
internal static class ContractEmitter
{
    public static string FileName(ContractModel contract) => FileNameOf(contract.Namespace, contract.Description);

    public static string Emit(ContractModel contract)
    {
        var wrapped = contract.Handlers.Where(handler => handler.IsWrapped).ToList();
        var members = Paragraphs(
        [
            .. contract.Handlers.Select(handler => Handler(contract, handler)),
            Instance(contract),
            ProxyEmitter.Emit(contract),
            .. wrapped.Select(ArgumentsEmitter.Struct),
            .. wrapped.Select(ArgumentsEmitter.Format),
        ]);

        var type =
            $$"""
            /// <summary>The description of the contract <see cref="{{ForDocumentation(contract.Interface)}}"/>.</summary>
            {{TypeAttributes}}
            {{Accessibility(contract.IsPublic)}} static class {{contract.Description}}
            {
            {{Indent(members, 4)}}
            }
            """;

        return $"""
            {Header}
            [assembly: {Services}.GeneratedActorContract(typeof({contract.Interface}), typeof({contract.QualifiedDescription}))]

            {InNamespace(contract.Namespace, type)}

            """;
    }

    private static string Handler(ContractModel contract, HandlerModel handler)
    {
        var type = $"{Services}.HandlerContract<{contract.Interface}, {PayloadText.InputType(handler)}, {PayloadText.OutputType(handler)}>";
        return $"""
            public static readonly {type} Handler_{handler.WireName} = new(
                name: "{handler.WireName}",
                methodName: "{handler.MethodName}",
                kind: {Services}.HandlerKind.{handler.Kind},
                arguments: {PayloadText.InputFormat(handler)},
                result: {PayloadText.OutputFormat(handler)},
                invoke: static (actor, arguments, cancellationToken) => {Invoke(contract, handler)},
                aliases: {Aliases(handler)}){Accepts(handler)};
            """;
    }

    /// <summary>The call of the method. A lambda that is not async: the compiler takes twice the time for those that are.</summary>
    private static string Invoke(ContractModel contract, HandlerModel handler)
    {
        var actor = handler.DeclaringInterface == contract.Interface ? "actor" : $"(({handler.DeclaringInterface})actor)";
        var arguments = handler.Parameters.Select(parameter => parameter switch
        {
            { IsCancellationToken: true } => "cancellationToken",
            _ when handler.IsWrapped => $"arguments.{parameter.Identifier}",
            _ => "arguments",
        });
        var call = $"{actor}.{TypeText.Identifier(handler.MethodName)}({string.Join(", ", arguments)})";

        return handler.ReturnShape switch
        {
            ReturnShape.TaskOfT => $"new global::System.Threading.Tasks.ValueTask<{PayloadText.OutputType(handler)}>({call})",
            ReturnShape.ValueTaskOfT => call,
            _ => $"{Services}.NoValue.FromAsync({call})",
        };
    }

    private static string Accepts(HandlerModel handler) =>
        handler.Accepts is null ? string.Empty : $" {{ Accepts = {TypeText.StringLiteral(handler.Accepts)} }}";

    private static string Aliases(HandlerModel handler) =>
        handler.Aliases.Count == 0 ? "null" : $"new string[] {{ {string.Join(", ", handler.Aliases.Select(TypeText.StringLiteral))} }}";

    private static string Instance(ContractModel contract) =>
        $$"""
        public static readonly {{Services}}.ActorContract<{{contract.Interface}}> Instance = new(
            name: "{{contract.WireName}}",
            kind: {{Services}}.ActorKind.{{contract.Kind}},
            key: {{(contract.KeyFormat is null ? "null" : $"{Services}.KeyFormats.{contract.KeyFormat}")}},
            handlers: new {{Services}}.HandlerContract[] { {{string.Join(", ", contract.Handlers.Select(handler => $"Handler_{handler.WireName}"))}} },
            createProxy: static target => new Proxy(target));
        """;

    private static string ForDocumentation(string type) => type.Replace('<', '{').Replace('>', '}');
}
