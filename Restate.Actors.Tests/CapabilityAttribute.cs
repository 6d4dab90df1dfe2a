using System.Runtime.CompilerServices;

namespace Restate.Actors.Tests;

/// <summary>Names a row of docs/capabilities.md that a test proves. The rows stand in Docs/CapabilityRows.cs.</summary>
/// <param name="section">The section of the row.</param>
/// <param name="name">The row.</param>
/// <param name="file">The file of the test; the compiler fills it in.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CapabilityAttribute(string section, string name, [CallerFilePath] string file = "") : Attribute
{
    public string Section { get; } = section;

    public string Name { get; } = name;

    public string File { get; } = file;
}
