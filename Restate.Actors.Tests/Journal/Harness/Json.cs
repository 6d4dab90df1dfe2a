using System.Text.Encodings.Web;
using System.Text.Json;

namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>JSON as the handlers of the vectors write it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static string Text(string? json) => JsonSerializer.Deserialize<string>(json!)!;

    public static int Number(string? json) => json is null ? 0 : JsonSerializer.Deserialize<int>(json);
}
