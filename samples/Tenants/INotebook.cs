using Restate.Actors;

namespace Tenants;

/// <summary>A notebook of a tenant; its key is <c>tenant/name</c>.</summary>
[Actor("Notebook")]
public interface INotebook : IVirtualObject
{
    /// <summary>Writes a note and returns how many there are.</summary>
    [Exclusive]
    Task<int> Write(string text);

    [Shared]
    Task<IReadOnlyList<string>> Read();
}
