namespace Restate.Actors.Tests;

/// <summary>Names a row of docs/capabilities.md that a test proves. The rows stand in Docs/CapabilityRows.cs.</summary>
/// <param name="section">The section of the row.</param>
/// <param name="name">The row.</param>
/// <remarks>Other test projects link this file. The page is written from the sources of all of them: give both names as literals.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CapabilityAttribute(string section, string name) : Attribute
{
    public string Section { get; } = section;

    public string Name { get; } = name;
}
