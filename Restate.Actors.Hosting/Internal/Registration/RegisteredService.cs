namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>One service of a deployment. The revision counts how often a service of this name was registered.</summary>
internal sealed record RegisteredService(string Name, uint Revision);
