namespace Restate.Actors.Tests.Integration.Versions;

public sealed record ParadeVersion(string Name);
