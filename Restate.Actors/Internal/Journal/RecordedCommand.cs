using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>A command that an earlier attempt wrote, not yet decoded.</summary>
internal readonly record struct RecordedCommand(MessageType Type, ReadOnlyMemory<byte> Payload);
