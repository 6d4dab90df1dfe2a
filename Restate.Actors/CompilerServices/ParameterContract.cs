using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>One parameter of a handler as it travels in a JSON object. For generated code.</summary>
/// <param name="Name">The parameter's name, which is its JSON property.</param>
/// <param name="Type">The parameter's type.</param>
/// <param name="IsOptional">Whether the declaration has a default value, so that the property may be missing.</param>
/// <param name="Serializer">The serializer that the parameter or its type names, or <see langword="null"/> for that of the host or client.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterContract(string Name, Type Type, bool IsOptional, IPayloadSerializer? Serializer = null);
