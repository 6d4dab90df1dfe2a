using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Admin;

/// <summary>Reads durations in the forms that the server writes, and writes them in milliseconds.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return ServerDuration.TryParse(text, out var duration) ? duration : throw new JsonException($"'{text}' is no duration.");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(ServerDuration.Format(value));
}
