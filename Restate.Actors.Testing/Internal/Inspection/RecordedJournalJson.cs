using System.Text.Json.Serialization;

namespace Restate.Actors.Testing.Internal.Inspection;

/// <summary>How the text of a <see cref="RecordedJournal"/> is written.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(RecordedJournal.Content))]
internal sealed partial class RecordedJournalJson : JsonSerializerContext;
