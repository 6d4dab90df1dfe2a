namespace Restate.Actors.Internal.Protocol;

/// <summary>One received message, not decoded yet.</summary>
/// <param name="Type">A known type id.</param>
/// <param name="Flags">Flags as received.</param>
/// <param name="Payload">Protobuf bytes. They stay valid for as long as somebody refers to them.</param>
internal readonly record struct Frame(MessageType Type, ushort Flags, ReadOnlyMemory<byte> Payload);
