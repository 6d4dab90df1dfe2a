using System.Text.Json.Serialization;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Rows of the server's tables. Queries name columns as the properties here.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CountRow))]
[JsonSerializable(typeof(InvocationView))]
[JsonSerializable(typeof(InvocationRow))]
[JsonSerializable(typeof(KeyRow))]
[JsonSerializable(typeof(KeyHolderView))]
[JsonSerializable(typeof(JournalRow))]
[JsonSerializable(typeof(EventRow))]
internal sealed partial class RowsJson : JsonSerializerContext;
