using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>Names a contract of this assembly and its generated description, so that assemblies which use the contract find it. For generated code.</summary>
/// <param name="contract">The contract interface.</param>
/// <param name="description">The generated static class with the field <c>Instance</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GeneratedActorContractAttribute(Type contract, Type description) : Attribute
{
    /// <summary>Gets the contract interface.</summary>
    public Type Contract { get; } = contract;

    /// <summary>Gets the generated static class with the field <c>Instance</c>.</summary>
    public Type Description { get; } = description;
}
