using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Restate.Actors.Tests.Integration.Payloads;

/// <summary>JSON behind a word, so that a test sees who wrote a payload. Refuses what others wrote.</summary>
public abstract class PrefixSerializer(string prefix) : IPayloadSerializer
{
    public string ContentType { get; } = $"application/x-{prefix}";

    public void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        output.Write(Encoding.UTF8.GetBytes($"{prefix}:{JsonSerializer.Serialize(value)}"));
    }

    public T? Deserialize<T>(ReadOnlyMemory<byte> payload)
    {
        var text = Encoding.UTF8.GetString(payload.Span);
        return text.StartsWith($"{prefix}:", StringComparison.Ordinal)
            ? JsonSerializer.Deserialize<T>(text[(prefix.Length + 1)..])
            : throw new FormatException($"It is not {prefix}.");
    }
}
