using Restate.Actors.Generators.Models;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>Writes the arguments of a handler whose payload is a JSON object: a struct and its format.</summary>
internal static class ArgumentsEmitter
{
    private const string Json = "global::System.Text.Json";

    public static string Struct(HandlerModel handler)
    {
        var parameters = handler.PayloadParameters.ToList();
        var list = string.Join(", ", parameters.Select(parameter => $"{parameter.Value.Type} {parameter.Identifier}"));
        return $$"""
            public readonly struct Arguments_{{handler.WireName}}({{list}})
            {
            {{Indent(Lines(parameters.Select(parameter => $"public readonly {parameter.Value.Type} {parameter.Identifier} = {parameter.Identifier};")), 4)}}
            }
            """;
    }

    public static string Format(HandlerModel handler)
    {
        var parameters = handler.PayloadParameters.ToList();
        var arguments = $"Arguments_{handler.WireName}";
        return $$"""
            private sealed class Format_{{handler.WireName}} : {{Services}}.ArgumentsFormat<{{arguments}}>
            {
                public override global::System.Collections.Generic.IReadOnlyList<{{Services}}.ParameterContract> Parameters { get; } = new {{Services}}.ParameterContract[]
                {
            {{Indent(Lines(parameters.Select(Contract)), 8)}}
                };

                protected override void WriteMembers({{Json}}.Utf8JsonWriter writer, {{arguments}} value, global::Restate.Actors.IActorSerializer serializer)
                {
            {{Indent(Lines(parameters.Select(Write)), 8)}}
                }

                protected override {{arguments}} ReadMembers(ref {{Json}}.Utf8JsonReader reader, global::Restate.Actors.IActorSerializer serializer)
                {
            {{Indent(Lines(parameters.Select(Declare)), 8)}}
                    while (reader.Read() && reader.TokenType == {{Json}}.JsonTokenType.PropertyName)
                    {
                        var member = FindMember(ref reader);
                        reader.Read();
                        switch (member)
                        {
            {{Indent(Lines(parameters.Select(Read)), 16)}}
                            default:
                                reader.Skip();
                                break;
                        }
                    }

                    return new {{arguments}}(
            {{Indent(string.Join(",\n", parameters.Select(Take)), 12)}});
                }
            }
            """;
    }

    private static string Contract(ParameterModel parameter)
    {
        var isOptional = parameter.DefaultValue is null ? "false" : "true";
        return $"""new {Services}.ParameterContract("{parameter.Name}", typeof({parameter.Value.RuntimeType}), IsOptional: {isOptional}{(parameter.Value.Serializer is { } serializer ? $", Serializer: {Services}.PayloadFormats.{serializer}" : "")}),""";
    }

    private static string Write(ParameterModel parameter) =>
        $"""WriteMember<{parameter.Value.Type}>(writer, "{parameter.Name}"u8, value.{parameter.Identifier}, {Serializer(parameter)});""";

    private static string Declare(ParameterModel parameter, int index) => parameter.DefaultValue is { } value
        ? $"{parameter.Value.Type} value{index} = {value};"
        : $"{parameter.Value.Type} value{index} = default!; var found{index} = false;";

    private static string Read(ParameterModel parameter, int index)
    {
        var method = parameter.Value.IsRequired ? "ReadRequiredMember" : "ReadMember";
        var read = $"""value{index} = {method}<{parameter.Value.Type}>(ref reader, {Serializer(parameter)}{(parameter.Value.IsRequired ? $", \"{parameter.Name}\"" : "")})!;""";
        return $"""
            case {index}:
                {(parameter.DefaultValue is null ? $"{read} found{index} = true;" : read)}
                break;
            """;
    }

    private static string Serializer(ParameterModel parameter) =>
        parameter.Value.Serializer is { } own ? $"{Services}.PayloadFormats.{own}" : "serializer";

    private static string Take(ParameterModel parameter, int index) => parameter.DefaultValue is null
        ? $"""found{index} ? value{index} : throw MissingMember("{parameter.Name}")"""
        : $"value{index}";
}
