using Google.Protobuf.Reflection;

namespace Restate.Actors;

/// <summary>Settings of the serializer of messages.</summary>
public sealed class ProtobufSerializerOptions
{
    /// <summary>Gets or sets how messages are written.</summary>
    /// <value>The default is <see cref="ProtobufFormat.Binary"/>.</value>
    /// <remarks>The binary format reads JSON objects, too: what was stored as JSON stays readable after a change to it. The other way round it does not.</remarks>
    public ProtobufFormat Format { get; set; } = ProtobufFormat.Binary;

    /// <summary>Gets or sets whether callers outside may send inputs as JSON where the format is binary.</summary>
    /// <value>The default is <see langword="false"/>: the server lets <c>application/protobuf</c> pass only. With <see langword="true"/> it is <c>application/*</c>.</value>
    public bool AcceptsJson { get; set; }

    /// <summary>Gets or sets the messages that an <c>Any</c> may hold in JSON.</summary>
    /// <value>The default is none.</value>
    public TypeRegistry TypeRegistry { get; set; } = TypeRegistry.Empty;
}
