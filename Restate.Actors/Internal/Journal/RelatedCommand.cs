using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The command that an error belongs to.</summary>
/// <param name="Index">Its place in the journal, 0 for the input.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name, empty if it has none.</param>
internal readonly record struct RelatedCommand(int Index, MessageType Type, string Name);
