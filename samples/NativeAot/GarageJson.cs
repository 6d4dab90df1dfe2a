using System.Text.Json.Serialization;

namespace NativeAot;

/// <summary>Every type that travels or is kept, primitives too. RSTA1013 names what is missing.</summary>
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(List<Ticket>))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class GarageJson : JsonSerializerContext;
