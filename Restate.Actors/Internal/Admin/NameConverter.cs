using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Admin;

/// <summary>Reads the server's words, written like <c>backing-off</c>, <c>virtual_object</c> or <c>VirtualObject</c>; unknown ones are the default.</summary>
internal sealed class NameConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    public override bool HandleNull => true;

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        return reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : default;
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    private static TEnum Parse(string text)
    {
        var name = text.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return !int.TryParse(name, out _) && Enum.TryParse<TEnum>(name, ignoreCase: true, out var value) ? value : default;
    }
}
