using System.Buffers;
using System.Text.Json;
using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Reminders;

/// <summary>The input of a tick as bytes. To the server it is opaque.</summary>
internal sealed class ReminderCallFormat : PayloadFormat<ReminderCall>
{
    public override PayloadKind Kind => PayloadKind.Raw;

    public override void Write(IBufferWriter<byte> output, ReminderCall value, IActorSerializer serializer)
    {
        using var writer = new Utf8JsonWriter(output);
        JsonSerializer.Serialize(writer, value, ReminderJson.Default.ReminderCall);
    }

    public override ReminderCall Read(ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        return JsonSerializer.Deserialize(payload.Span, ReminderJson.Default.ReminderCall) ?? throw new JsonException("A tick needs an input.");
    }
}
