using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Admin;

/// <summary>Reads binary columns, which the server writes as hex.</summary>
internal sealed class HexConverter : JsonConverter<byte[]>
{
    public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Convert.FromHexString(reader.GetString() ?? "");
        }
        catch (FormatException e)
        {
            throw new JsonException("The column is not binary: its text is not hex.", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(Convert.ToHexStringLower(value));
}
