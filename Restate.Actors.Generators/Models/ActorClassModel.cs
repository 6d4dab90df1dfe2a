namespace Restate.Actors.Generators.Models;

/// <summary>A class that can be created as an actor.</summary>
/// <param name="Namespace">The namespace of the class, empty for the global one.</param>
/// <param name="Class">The class as C# writes it, with <c>global::</c>.</param>
/// <param name="Registration">The simple name of the generated static class.</param>
/// <param name="IsPublic">Whether other assemblies can see the class.</param>
/// <param name="Contracts">The most derived contract interfaces.</param>
/// <param name="Arguments">The expressions of the constructor's arguments, or <see langword="null"/> when only the container can choose a constructor.</param>
/// <param name="Filters">The filters that attributes of the class name.</param>
internal sealed record ActorClassModel(
    string Namespace,
    string Class,
    string Registration,
    bool IsPublic,
    EquatableArray<ServedContract> Contracts,
    EquatableArray<string>? Arguments,
    EquatableArray<string> Filters)
{
    public string QualifiedRegistration => Namespace.Length == 0 ? $"global::{Registration}" : $"global::{Namespace}.{Registration}";
}
