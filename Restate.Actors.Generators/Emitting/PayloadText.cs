using Restate.Actors.Generators.Models;
using static Restate.Actors.Generators.Emitting.SourceText;

namespace Restate.Actors.Generators.Emitting;

/// <summary>The types and formats of a handler's input and output as C# source.</summary>
internal static class PayloadText
{
    public static string InputType(HandlerModel handler)
    {
        if (handler.IsWrapped)
        {
            return $"Arguments_{handler.WireName}";
        }

        return handler.PayloadParameters.FirstOrDefault() is { } parameter ? parameter.Value.Type : $"{Services}.NoValue";
    }

    public static string OutputType(HandlerModel handler) => handler.Result is { } result ? result.Type : $"{Services}.NoValue";

    public static string InputFormat(HandlerModel handler)
    {
        if (handler.IsWrapped)
        {
            return $"new Format_{handler.WireName}()";
        }

        return handler.PayloadParameters.FirstOrDefault() is { } parameter ? Format(parameter.Value, parameter.DefaultValue) : $"{Services}.PayloadFormats.None";
    }

    public static string OutputFormat(HandlerModel handler) =>
        handler.Result is { } result ? Format(result, defaultValue: null) : $"{Services}.PayloadFormats.None";

    private static string Format(ValueModel value, string? defaultValue) => value.Shape switch
    {
        // One format serves byte[] and byte[]?: no bytes are an empty array.
        PayloadShape.Bytes => $"{Services}.PayloadFormats.Bytes!",
        PayloadShape.Memory => $"{Services}.PayloadFormats.Memory",
        _ when defaultValue is not null => $"{Services}.PayloadFormats.OptionalValue<{value.Type}>(defaultValue: {defaultValue}{Serializer(value)})",
        _ => $"{Services}.PayloadFormats.Value<{value.Type}>(isRequired: {(value.IsRequired ? "true" : "false")}{Serializer(value)})",
    };

    private static string Serializer(ValueModel value) => value.Serializer is null ? string.Empty : $", serializer: {Services}.PayloadFormats.{value.Serializer}";
}
