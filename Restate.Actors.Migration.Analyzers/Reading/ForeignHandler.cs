using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>A method of a contract of Orleans or Dapr, as the handler that it becomes.</summary>
/// <param name="Method">The method.</param>
/// <param name="WireName">The name of the handler.</param>
/// <param name="IsNamed">Whether the name was given by an attribute and is not the one that the method has anyway.</param>
/// <param name="IsShared">Whether it becomes a shared handler.</param>
internal sealed record ForeignHandler(IMethodSymbol Method, string WireName, bool IsNamed, bool IsShared);
