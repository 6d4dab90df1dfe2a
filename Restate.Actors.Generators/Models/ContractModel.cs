namespace Restate.Actors.Generators.Models;

/// <summary>A contract interface, or one closed type of a generic one, for which code is emitted.</summary>
/// <param name="Namespace">The namespace of the interface, empty for the global one.</param>
/// <param name="Interface">The interface as C# writes it, with <c>global::</c>.</param>
/// <param name="Description">The simple name of the generated static class.</param>
/// <param name="IsPublic">Whether other assemblies can see the interface.</param>
/// <param name="WireName">The service name.</param>
/// <param name="Kind">The kind.</param>
/// <param name="KeyFormat">The member of <c>KeyFormats</c>, or <see langword="null"/> for a basic service.</param>
/// <param name="Handlers">The handlers, own ones first.</param>
internal sealed record ContractModel(
    string Namespace,
    string Interface,
    string Description,
    bool IsPublic,
    string WireName,
    ActorKind Kind,
    string? KeyFormat,
    EquatableArray<HandlerModel> Handlers)
{
    public string QualifiedDescription => Namespace.Length == 0 ? $"global::{Description}" : $"global::{Namespace}.{Description}";
}
