using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors;

/// <summary>Names the serializer of payloads: of all of a contract, of one handler, of one parameter or result, or of a type wherever it is used.</summary>
/// <remarks>
/// The declaration next to the value counts: parameter or <c>[return:]</c>, then method, interface, type, then what the host or client says.
/// Callers with the contract use the same serializer. Raw bytes stay raw unless their own parameter or result says otherwise. Several parameters are
/// a JSON object, whatever the handler says: there a serializer of the parameter or its type writes the property, by <see cref="IPayloadSerializer.WriteJson"/>.
/// On a type it counts for exactly that type, also for state, results of steps, promises, awakeables and signals.
/// </remarks>
/// <param name="serializer">A class that implements <see cref="IPayloadSerializer"/> and has a public constructor without parameters. One instance serves the process.</param>
[AttributeUsage(
    AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.ReturnValue
        | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum,
    Inherited = false)]
public sealed class PayloadSerializerAttribute(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] Type serializer) : Attribute
{
    /// <summary>Gets the class of the serializer.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Serializer { get; } = serializer;
}
