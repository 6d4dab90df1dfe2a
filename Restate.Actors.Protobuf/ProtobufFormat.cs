namespace Restate.Actors;

/// <summary>How messages of Protocol Buffers are written.</summary>
public enum ProtobufFormat
{
    /// <summary>The binary format, content type <c>application/protobuf</c>.</summary>
    Binary,

    /// <summary>The JSON of Protocol Buffers, content type <c>application/json</c>. Readable in the server's UI, and larger.</summary>
    Json,
}
