namespace Restate.Actors.Admin;

/// <summary>A service of a deployment.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="Revision">How often a service of this name was registered.</param>
public sealed record ServiceRevision(string Name, long Revision);
