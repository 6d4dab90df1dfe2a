using System.Buffers;
using System.ComponentModel;
using System.Text.Json;

namespace Restate.Actors.CompilerServices;

/// <summary>What discovery must know of a payload. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadFormat
{
    /// <summary>Gets the outer shape.</summary>
    public abstract PayloadKind Kind { get; }

    /// <summary>Gets the type of the value when <see cref="Kind"/> is <see cref="PayloadKind.Value"/>, else <see langword="null"/>.</summary>
    public virtual Type? ValueType => null;

    /// <summary>Gets the parameters when <see cref="Kind"/> is <see cref="PayloadKind.Arguments"/>.</summary>
    public virtual IReadOnlyList<ParameterContract> Parameters => [];

    /// <summary>Gets whether an empty body is refused.</summary>
    public virtual bool IsRequired => false;

    /// <summary>Gets the content type in a host or client with a serializer, or <see langword="null"/> for none.</summary>
    internal string? ContentTypeIn(IActorSerializer serializer) => Kind switch
    {
        PayloadKind.None => null,
        PayloadKind.Raw => "application/octet-stream",
        PayloadKind.Arguments => "application/json",
        _ => SerializerIn(serializer)!.ContentType,
    };

    /// <summary>Gets the content type that callers outside may send, or <see langword="null"/> for none.</summary>
    internal string? AcceptedContentTypeIn(IActorSerializer serializer) => Kind switch
    {
        PayloadKind.Raw => "*/*",
        PayloadKind.Value => SerializerIn(serializer)!.AcceptedContentType,
        _ => ContentTypeIn(serializer),
    };

    /// <summary>Gets what writes the value in a host or client with a serializer, or <see langword="null"/> if it is not one value of a serializer.</summary>
    internal virtual IPayloadSerializer? SerializerIn(IActorSerializer serializer) => null;

    /// <summary>Shows a payload that is no JSON as JSON.</summary>
    internal virtual void WriteJson(Utf8JsonWriter writer, ReadOnlyMemory<byte> payload, IActorSerializer serializer)
    {
        writer.WriteBase64StringValue(payload.Span);
    }

    /// <summary>Turns shown JSON back into a payload.</summary>
    internal virtual void ReadJson(ref Utf8JsonReader reader, IBufferWriter<byte> payload, IActorSerializer serializer)
    {
        payload.Write(reader.GetBytesFromBase64());
    }
}
