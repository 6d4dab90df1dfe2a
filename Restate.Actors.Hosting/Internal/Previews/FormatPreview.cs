using System.Buffers;
using System.Text.Json;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Hosting.Internal.Previews;

/// <summary>Shows payloads whose format is known and no JSON.</summary>
internal sealed class FormatPreview(PayloadCoder payloads, PayloadRoles role, PayloadFormat format) : PayloadPreview(payloads, role)
{
    protected override void Show(Utf8JsonWriter writer, ReadOnlyMemory<byte> plain) => format.WriteJson(writer, plain, Payloads.Serializer);

    protected override void Take(IBufferWriter<byte> plain, ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        format.ReadJson(ref reader, plain, Payloads.Serializer);
    }
}
