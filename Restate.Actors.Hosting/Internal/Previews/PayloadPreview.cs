using System.Buffers;
using System.Text.Json;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Hosting.Internal.Previews;

/// <summary>Shows payloads of one kind as JSON, and takes JSON back. This one knows only that they may be encoded.</summary>
internal class PayloadPreview(PayloadCoder payloads, PayloadRoles role)
{
    protected PayloadCoder Payloads => payloads;

    /// <summary>Turns stored bytes into JSON.</summary>
    /// <exception cref="Exception">They cannot be read.</exception>
    public byte[] Decode(ReadOnlyMemory<byte> stored)
    {
        var plain = payloads.Transforms?.Decode(stored, PayloadRoles.None) ?? stored;
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            Show(writer, plain);
        }

        return json.WrittenSpan.ToArray();
    }

    /// <summary>Turns JSON into bytes as they are stored.</summary>
    /// <exception cref="Exception">It is not what the payload needs.</exception>
    public byte[] Encode(ReadOnlyMemory<byte> json)
    {
        var plain = new ArrayBufferWriter<byte>();
        Take(plain, json);
        if (payloads.Transforms is not { } transforms || !transforms.Applies(role))
        {
            return plain.WrittenSpan.ToArray();
        }

        var stored = new ArrayBufferWriter<byte>();
        transforms.Encode(plain.WrittenMemory, stored);
        return stored.WrittenSpan.ToArray();
    }

    protected virtual void Show(Utf8JsonWriter writer, ReadOnlyMemory<byte> plain)
    {
        if (IsJson(plain.Span))
        {
            writer.WriteRawValue(plain.Span);
        }
        else
        {
            writer.WriteBase64StringValue(plain.Span);
        }
    }

    protected virtual void Take(IBufferWriter<byte> plain, ReadOnlyMemory<byte> json)
    {
        using var value = JsonDocument.Parse(json);
        using var writer = new Utf8JsonWriter(plain);
        value.WriteTo(writer);
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
                // To its end.
            }

            return !bytes.IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
