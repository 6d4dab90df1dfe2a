using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Reminders;

/// <summary>The JSON of reminders, whatever the serializer of the application is.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ReminderCall))]
[JsonSerializable(typeof(ReminderEntry[]))]
internal sealed partial class ReminderJson : JsonSerializerContext;
