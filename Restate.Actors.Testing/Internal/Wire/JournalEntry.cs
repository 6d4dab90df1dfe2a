using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>A stored command or notification: what the server sends again in each attempt.</summary>
/// <param name="Type">The type of the message.</param>
/// <param name="Payload">Its bytes.</param>
internal readonly record struct JournalEntry(MessageType Type, ReadOnlyMemory<byte> Payload);
